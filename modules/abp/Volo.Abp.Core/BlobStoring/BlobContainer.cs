using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.BlobStoring;

/// <summary>One way of keeping files. The tenant is null for the host and for a container that all share.</summary>
internal interface IBlobProvider
{
    Task SaveAsync(BlobAddress address, Stream content, bool overrideExisting, CancellationToken cancellationToken);

    Task<bool> DeleteAsync(BlobAddress address, CancellationToken cancellationToken);

    Task<bool> ExistsAsync(BlobAddress address, CancellationToken cancellationToken);

    Task<Stream?> GetOrNullAsync(BlobAddress address, CancellationToken cancellationToken);
}

internal sealed record BlobAddress(string Container, Guid? TenantId, string Name, BlobContainerConfiguration Configuration)
{
    public BlobAlreadyExistsException Exists() => new($"There is already a BLOB '{Name}' in the container '{Container}'.");
}

internal sealed class BlobContainerFactory(IOptions<AbpBlobStoringOptions> options, ICurrentTenant currentTenant, IServiceProvider services)
    : IBlobContainerFactory, ITransientDependency
{
    public IBlobContainer Create(string name)
    {
        var configuration = options.Value.Containers.GetConfiguration(name);
        var provider = configuration.ProviderType ?? throw new AbpException($"No BLOB storage provider is configured for the container '{name}'.");
        return new BlobContainer(name, configuration, currentTenant, (IBlobProvider)services.GetRequiredService(provider));
    }
}

internal sealed class BlobContainer<TContainer>(IBlobContainerFactory factory) : IBlobContainer<TContainer> where TContainer : class
{
    private readonly IBlobContainer _container = factory.Create<TContainer>();

    public Task SaveAsync(string name, Stream stream, bool overrideExisting = false, CancellationToken cancellationToken = default) =>
        _container.SaveAsync(name, stream, overrideExisting, cancellationToken);

    public Task<bool> DeleteAsync(string name, CancellationToken cancellationToken = default) => _container.DeleteAsync(name, cancellationToken);

    public Task<bool> ExistsAsync(string name, CancellationToken cancellationToken = default) => _container.ExistsAsync(name, cancellationToken);

    public Task<Stream> GetAsync(string name, CancellationToken cancellationToken = default) => _container.GetAsync(name, cancellationToken);

    public Task<Stream?> GetOrNullAsync(string name, CancellationToken cancellationToken = default) => _container.GetOrNullAsync(name, cancellationToken);
}

internal sealed class BlobContainer(string container, BlobContainerConfiguration configuration, ICurrentTenant currentTenant, IBlobProvider provider) : IBlobContainer
{
    public Task SaveAsync(string name, Stream stream, bool overrideExisting = false, CancellationToken cancellationToken = default) =>
        provider.SaveAsync(AddressOf(name), Check.NotNull(stream, nameof(stream)), overrideExisting, cancellationToken);

    public Task<bool> DeleteAsync(string name, CancellationToken cancellationToken = default) => provider.DeleteAsync(AddressOf(name), cancellationToken);

    public Task<bool> ExistsAsync(string name, CancellationToken cancellationToken = default) => provider.ExistsAsync(AddressOf(name), cancellationToken);

    public async Task<Stream> GetAsync(string name, CancellationToken cancellationToken = default) =>
        await GetOrNullAsync(name, cancellationToken) ?? throw new AbpException($"There is no BLOB '{name}' in the container '{container}'.");

    public Task<Stream?> GetOrNullAsync(string name, CancellationToken cancellationToken = default) => provider.GetOrNullAsync(AddressOf(name), cancellationToken);

    private BlobAddress AddressOf(string name)
    {
        Check.NotNullOrWhiteSpace(name, nameof(name));
        var parts = name.Split('/');
        if (parts.Any(part => part is "" or "." or ".." || part.AsSpan().IndexOfAny('\\', '\0', ':') >= 0))
        {
            throw new ArgumentException("The name of a BLOB is a relative path.", nameof(name));
        }

        return new BlobAddress(container, configuration.IsMultiTenant ? currentTenant.Id : null, name, configuration);
    }
}

internal static class BlobStoringServiceCollectionExtensions
{
    public static void AddBlobStoring(this IServiceCollection services)
    {
        services.AddTransient(typeof(IBlobContainer<>), typeof(BlobContainer<>));
        services.AddTransient<IBlobContainer>(provider => provider.GetRequiredService<IBlobContainerFactory>().Create<DefaultContainer>());
    }
}
