using Volo.Abp.DependencyInjection;

namespace Volo.Abp.BlobStoring.FileSystem;

/// <summary>
/// host/container/name and tenants/id/container/name below the base path. A file is written beside its place, brought to the disk and only then
/// given its name: nobody ever reads half of one, and a disk that is full leaves what was there.
/// </summary>
internal sealed class FileSystemBlobProvider : IBlobProvider, ITransientDependency
{
    private const int BufferBytes = 81_920;

    public async Task SaveAsync(BlobAddress address, Stream content, bool overrideExisting, CancellationToken cancellationToken)
    {
        var path = PathOf(address);
        if (!overrideExisting && File.Exists(path))
        {
            throw address.Exists();
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Path.GetRandomFileName()}.part";
        try
        {
            await WriteAsync(unfinished, content, cancellationToken);
            Place(unfinished, path, address, overrideExisting);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    public Task<bool> DeleteAsync(BlobAddress address, CancellationToken cancellationToken)
    {
        var path = PathOf(address);
        var exists = File.Exists(path);
        if (exists)
        {
            File.Delete(path);
        }

        return Task.FromResult(exists);
    }

    public Task<bool> ExistsAsync(BlobAddress address, CancellationToken cancellationToken) => Task.FromResult(File.Exists(PathOf(address)));

    public Task<Stream?> GetOrNullAsync(BlobAddress address, CancellationToken cancellationToken)
    {
        var path = PathOf(address);
        return Task.FromResult<Stream?>(
            File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, FileOptions.Asynchronous) : null);
    }

    private static async Task WriteAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes, FileOptions.Asynchronous);
        await content.CopyToAsync(file, BufferBytes, cancellationToken);
        await file.FlushAsync(cancellationToken);
        file.Flush(flushToDisk: true);
    }

    private static void Place(string unfinished, string path, BlobAddress address, bool overrideExisting)
    {
        try
        {
            File.Move(unfinished, path, overrideExisting);
        }
        catch (IOException) when (!overrideExisting && File.Exists(path))
        {
            throw address.Exists();
        }
    }

    private static string PathOf(BlobAddress address)
    {
        var configuration = address.Configuration.GetFileSystemConfiguration();
        var root = Path.GetFullPath(Path.Combine(configuration.BasePath, address.TenantId is { } tenantId ? Path.Combine("tenants", tenantId.ToString("D")) : "host"));
        var path = Path.GetFullPath(Path.Combine(root, configuration.AppendContainerNameToBasePath ? address.Container : "", address.Name));

        // The name has been checked; a container's name comes from code, and neither may lead elsewhere.
        return path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new AbpException($"The container '{address.Container}' leads outside its folder.");
    }
}
