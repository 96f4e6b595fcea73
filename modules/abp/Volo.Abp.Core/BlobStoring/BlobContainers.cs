using System.Reflection;

namespace Volo.Abp.BlobStoring;

/// <summary>Keeps files by name. A name is a relative path with / as its separator, and leads nowhere outside the container.</summary>
public interface IBlobContainer
{
    /// <exception cref="BlobAlreadyExistsException">There is one of that name, and it shall not be overwritten.</exception>
    Task SaveAsync(string name, Stream stream, bool overrideExisting = false, CancellationToken cancellationToken = default);

    /// <summary>False if there was none.</summary>
    Task<bool> DeleteAsync(string name, CancellationToken cancellationToken = default);

    Task<bool> ExistsAsync(string name, CancellationToken cancellationToken = default);

    /// <exception cref="AbpException">There is none of that name.</exception>
    Task<Stream> GetAsync(string name, CancellationToken cancellationToken = default);

    Task<Stream?> GetOrNullAsync(string name, CancellationToken cancellationToken = default);
}

/// <summary>The container that the type names.</summary>
public interface IBlobContainer<TContainer> : IBlobContainer where TContainer : class;

public interface IBlobContainerFactory
{
    IBlobContainer Create(string name);
}

public static class BlobContainerFactoryExtensions
{
    public static IBlobContainer Create<TContainer>(this IBlobContainerFactory blobContainerFactory) =>
        blobContainerFactory.Create(BlobContainerNameAttribute.GetContainerName<TContainer>());
}

public static class BlobContainerExtensions
{
    public static async Task SaveAsync(
        this IBlobContainer container, string name, byte[] bytes, bool overrideExisting = false, CancellationToken cancellationToken = default)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        await container.SaveAsync(name, stream, overrideExisting, cancellationToken);
    }

    public static async Task<byte[]> GetAllBytesAsync(this IBlobContainer container, string name, CancellationToken cancellationToken = default)
    {
        await using var stream = await container.GetAsync(name, cancellationToken);
        return await ReadAsync(stream, cancellationToken);
    }

    public static async Task<byte[]?> GetAllBytesOrNullAsync(this IBlobContainer container, string name, CancellationToken cancellationToken = default)
    {
        await using var stream = await container.GetOrNullAsync(name, cancellationToken);
        return stream is null ? null : await ReadAsync(stream, cancellationToken);
    }

    private static async Task<byte[]> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, cancellationToken);
        return memory.ToArray();
    }
}

[AttributeUsage(AttributeTargets.Class)]
public class BlobContainerNameAttribute(string name) : Attribute
{
    public string Name { get; } = Check.NotNullOrWhiteSpace(name, nameof(name));

    public static string GetContainerName<T>() => GetContainerName(typeof(T));

    public static string GetContainerName(Type type) => type.GetCustomAttribute<BlobContainerNameAttribute>()?.Name ?? type.FullName!;
}

/// <summary>The container of those who name none.</summary>
[BlobContainerName("default")]
public class DefaultContainer;

public class BlobAlreadyExistsException(string message) : AbpException(message);
