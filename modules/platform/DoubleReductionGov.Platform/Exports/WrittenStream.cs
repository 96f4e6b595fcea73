namespace DoubleReductionGov.Platform.Exports;

/// <summary>A stream whose content is written when it is copied. It cannot be read piece by piece.</summary>
internal sealed class WrittenStream(Func<ChunkStream, CancellationToken, Task> write) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        using var chunks = new ChunkStream(destination);
        await write(chunks, cancellationToken);
        await chunks.SendAsync(cancellationToken);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The content is written when the stream is copied.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();
}

/// <summary>Takes what writers write synchronously and sends it on without blocking a thread.</summary>
internal sealed class ChunkStream(Stream target) : Stream
{
    private const int ChunkBytes = 64 * 1024;

    private readonly MemoryStream _chunk = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public Task SendFullChunksAsync(CancellationToken cancellationToken) => _chunk.Length < ChunkBytes ? Task.CompletedTask : SendAsync(cancellationToken);

    public async Task SendAsync(CancellationToken cancellationToken)
    {
        await target.WriteAsync(_chunk.GetBuffer().AsMemory(0, (int)_chunk.Length), cancellationToken);
        _chunk.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => _chunk.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _chunk.Write(buffer);

    public override void WriteByte(byte value) => _chunk.WriteByte(value);

    public override void Flush() => _chunk.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
