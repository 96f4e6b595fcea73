using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.BlobStoring;
using Volo.Abp.BlobStoring.Database;
using Volo.Abp.BlobStoring.FileSystem;
using Volo.Abp.TenantManagement;

namespace DoubleReductionGov.Abp.Tests.BlobStoring;

public sealed class BlobTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("abp-blobs-");
    private KernelApplication _application = null!;
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _application = await KernelApplication.StartAsync(_database, services => services.Configure<AbpBlobStoringOptions>(options => options.Containers
            .ConfigureDefault(c => c.UseFileSystem(files => files.BasePath = _folder.FullName))
            .Configure<PictureContainer>(c => c.UseDatabase())
            .Configure("shared", c => c.IsMultiTenant = false)));
        await _application.SaveAsync(new Tenant(Cast.North, "North", "NORTH"));
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("pictures")]
    public async Task A_file_is_kept_for_its_tenant_until_it_is_deleted(string container)
    {
        var blobs = Create(container);
        await blobs.SaveAsync("2026/a.txt", [1, 2, 3]);
        using (_application.CurrentTenant.Change(Cast.North))
        {
            (await blobs.ExistsAsync("2026/a.txt")).ShouldBeFalse();
            (await blobs.DeleteAsync("2026/a.txt")).ShouldBeFalse();
            await blobs.SaveAsync("2026/a.txt", [9]);
        }

        (await blobs.GetAllBytesAsync("2026/a.txt")).ShouldBe([1, 2, 3]);
        (await blobs.DeleteAsync("2026/a.txt")).ShouldBeTrue();
        (await blobs.GetOrNullAsync("2026/a.txt")).ShouldBeNull();
        (await blobs.GetAllBytesOrNullAsync("2026/a.txt")).ShouldBeNull();
        await Should.ThrowAsync<AbpException>(() => blobs.GetAsync("2026/a.txt"));
        using (_application.CurrentTenant.Change(Cast.North))
        {
            (await blobs.GetAllBytesOrNullAsync("2026/a.txt")).ShouldBe([9]);
        }
    }

    [Theory]
    [InlineData("default")]
    [InlineData("pictures")]
    public async Task A_file_is_overwritten_only_when_that_is_asked(string container)
    {
        var blobs = Create(container);
        await blobs.SaveAsync("a", [1]);

        await Should.ThrowAsync<BlobAlreadyExistsException>(() => blobs.SaveAsync("a", [2]));
        (await blobs.GetAllBytesAsync("a")).ShouldBe([1]);

        await blobs.SaveAsync("a", [3], overrideExisting: true);
        (await blobs.GetAllBytesAsync("a")).ShouldBe([3]);
    }

    [Theory]
    [InlineData("../a")]
    [InlineData("/etc/a")]
    [InlineData("a/../../b")]
    [InlineData("a\\..\\b")]
    [InlineData("c:a")]
    [InlineData("a//b")]
    [InlineData(".")]
    public async Task A_name_that_leads_elsewhere_is_refused(string name)
    {
        await Should.ThrowAsync<ArgumentException>(() => Create("default").SaveAsync(name, [1]));
        await Should.ThrowAsync<ArgumentException>(() => Create("default").GetOrNullAsync(name));

        _folder.EnumerateFiles("*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_full_disk_leaves_what_was_there_and_no_half_of_the_new()
    {
        var blobs = Create("default");
        await blobs.SaveAsync("a", [1]);

        var refusal = await Should.ThrowAsync<IOException>(() => blobs.SaveAsync("a", new FullDisk(), overrideExisting: true));
        await Should.ThrowAsync<IOException>(() => blobs.SaveAsync("b", new FullDisk()));

        refusal.HResult.ShouldBe(FullDisk.NoSpace);
        _folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(f => f.Name).ShouldBe(["a"]);
        (await blobs.GetAllBytesAsync("a")).ShouldBe([1]);
    }

    [Fact]
    public async Task Files_lie_where_ABP_puts_them()
    {
        await _application.Services.GetRequiredService<IBlobContainer>().SaveAsync("a", [1]);
        using (_application.CurrentTenant.Change(Cast.North))
        {
            await _application.Services.GetRequiredService<IBlobContainer<ScanContainer>>().SaveAsync("x/b", [2]);
            await Create("shared").SaveAsync("c", [3]);
        }

        _folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_folder.FullName, f.FullName).Replace('\\', '/')).Order(StringComparer.Ordinal)
            .ShouldBe(["host/default/a", "host/shared/c", $"tenants/{Cast.North}/{typeof(ScanContainer).FullName}/x/b"]);
    }

    [Fact]
    public async Task A_typed_container_does_as_the_one_of_its_name()
    {
        var pictures = _application.Services.GetRequiredService<IBlobContainer<PictureContainer>>();
        await pictures.SaveAsync("a", [1]);

        (await pictures.ExistsAsync("a")).ShouldBeTrue();
        (await Create("pictures").GetAllBytesAsync("a")).ShouldBe([1]);
        await using (var stream = await pictures.GetAsync("a"))
        {
            stream.Length.ShouldBe(1);
        }

        (await pictures.DeleteAsync("a")).ShouldBeTrue();
        (await pictures.GetOrNullAsync("a")).ShouldBeNull();
        BlobContainerNameAttribute.GetContainerName<PictureContainer>().ShouldBe(new BlobContainerNameAttribute("pictures").Name);
        BlobContainerNameAttribute.GetContainerName(new DefaultContainer().GetType()).ShouldBe("default");
    }

    [Fact]
    public void A_container_that_is_not_configured_does_as_the_default()
    {
        var containers = new BlobContainerConfigurations();
        containers.ConfigureDefault(c => c.UseFileSystem(files => (files.BasePath, files.AppendContainerNameToBasePath) = ("base", false)));
        containers.Configure("own", c => c.SetConfiguration("size", 7));

        containers.GetConfiguration<PictureContainer>().GetFileSystemConfiguration().BasePath.ShouldBe("base");
        var own = containers.GetConfiguration("own");
        (own.GetFileSystemConfiguration().AppendContainerNameToBasePath, own.GetConfigurationOrDefault<int>("size"), own.GetConfigurationOrNull("none", "x")).ShouldBe((false, 7, "x"));
        own.ProviderType.ShouldBe(containers.GetConfiguration("any").ProviderType);
        Should.Throw<AbpException>(() => new BlobContainerConfiguration().GetFileSystemConfiguration().BasePath);
    }

    private IBlobContainer Create(string container)
    {
        var factory = _application.Services.GetRequiredService<IBlobContainerFactory>();
        return container == "pictures" ? factory.Create<PictureContainer>() : factory.Create(container);
    }

    [BlobContainerName("pictures")]
    private sealed class PictureContainer;

    private sealed class ScanContainer;

    /// <summary>Gives some bytes and then fails as a write to a full disk does.</summary>
    private sealed class FullDisk : MemoryStream
    {
        public const int NoSpace = 28;
        private int _reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            _reads++ < 3 ? ValueTask.FromResult(buffer.Length) : throw new IOException("No space left on device", NoSpace);

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => CopyAsync(destination, bufferSize, cancellationToken);

        private async Task CopyAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            var buffer = new byte[bufferSize];
            while (true)
            {
                await destination.WriteAsync(buffer.AsMemory(0, await ReadAsync(buffer, cancellationToken)), cancellationToken);
            }
        }
    }
}
