using DoubleReductionGov.Platform.Outbox;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.DistributedEvents;
using Volo.Abp.EventBus.Distributed;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Administration.ParkedEvents;

/// <summary>The module over the event boxes of the city's database and of one county's own; a handler that refuses what is called poison.</summary>
internal sealed class ParkedEventApplication : IAsyncDisposable
{
    public static readonly Guid County = new("a0000000-0000-0000-0000-000000000001");

    private readonly string _folder;
    private readonly ServiceProvider _provider;

    private ParkedEventApplication(string folder, ServiceProvider provider) => (_folder, _provider) = (folder, provider);

    public Deliveries Deliveries => _provider.GetRequiredService<Deliveries>();

    public StillClock Clock => _provider.GetRequiredService<StillClock>();

    public static async Task<ParkedEventApplication> StartAsync()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("parked-").FullName;
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
            [new("ConnectionStrings:Default", $"Data Source={folder}/city.db"), new("County", $"Data Source={folder}/county.db")]).Build());
        await services.AddApplicationAsync<ParkedEventTestModule>();
        services.AddSingleton<ITenantStore, OneCounty>();
        var application = new ParkedEventApplication(folder, services.BuildServiceProvider());
        foreach (var tenant in new Guid?[] { null, County })
        {
            await application.InAsync(tenant, async provider =>
            {
                await (await provider.GetRequiredService<IDbContextProvider<EventBoxDbContext>>().GetDbContextAsync()).Database.EnsureCreatedAsync();
                return true;
            });
        }

        return application;
    }

    public Task<T> AskAsync<T>(Func<ParkedEventAppService, Task<T>> ask) => InAsync(null, provider => ask(provider.GetRequiredService<ParkedEventAppService>()));

    public Task DoAsync(Func<ParkedEventAppService, Task> act) => AskAsync(async service =>
    {
        await act(service);
        return true;
    });

    public Task<OutboxStatus> StatusAsync(Guid? tenant = null) => InAsync(tenant, provider => provider.GetRequiredService<OutboxStatusReader>().ReadAsync());

    public Task PublishAsync(string text, Guid? tenant = null) => InAsync(tenant, async provider =>
    {
        await provider.GetRequiredService<IDistributedEventBus>().PublishAsync(new ParcelEto(text));
        return true;
    });

    public Task<int> DeliverAsync() => _provider.GetRequiredService<OutboxSender>().SendAllAsync(CancellationToken.None);

    /// <summary>Fails until the event is parked.</summary>
    public async Task PoisonAsync(Guid? tenant = null)
    {
        await PublishAsync(Deliveries.Poison, tenant);
        for (var i = 0; i < 8; i++)
        {
            await Should.ThrowAsync<AggregateException>(DeliverAsync);
            Clock.Now = Clock.Now.AddMinutes(10);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(_folder, recursive: true);
    }

    private async Task<T> InAsync<T>(Guid? tenant, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = _provider.CreateAsyncScope();
        using var inTenant = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(tenant);
        using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true);
        var result = await act(scope.ServiceProvider);
        await unitOfWork.CompleteAsync();
        return result;
    }

    private sealed class OneCounty(IConfiguration configuration) : ITenantStore
    {
        private TenantConfiguration Only => new(County, "县") { ConnectionStrings = new() { Default = configuration["County"] } };

        public Task<TenantConfiguration?> FindAsync(string normalizedName) => Task.FromResult<TenantConfiguration?>(null);

        public Task<TenantConfiguration?> FindAsync(Guid id) => Task.FromResult(id == County ? Only : null);

        public Task<IReadOnlyList<TenantConfiguration>> GetListAsync(bool includeDetails = false) => Task.FromResult<IReadOnlyList<TenantConfiguration>>([Only]);
    }
}

[DependsOn(typeof(AdministrationModule))]
internal sealed class ParkedEventTestModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var clock = new StillClock();
        context.Services.AddSingleton(clock);
        context.Services.AddSingleton<TimeProvider>(clock);
        context.Services.AddHttpContextAccessor();
        Configure<AbpClockOptions>(options => options.Kind = DateTimeKind.Utc);
        Configure<AbpDbContextOptions>(options => options.UseSqlite());
    }
}

internal sealed class StillClock : TimeProvider
{
    public DateTime Now { get; set; } = new(2026, 9, 7, 1, 0, 0, DateTimeKind.Utc);

    public override DateTimeOffset GetUtcNow() => Now;
}

internal sealed record ParcelEto(string Text);

internal sealed class Deliveries : ISingletonDependency
{
    public const string Poison = "poison";

    public bool IsCured { get; set; }

    public List<string> Received { get; } = [];
}

internal sealed class ParcelHandler(Deliveries deliveries) : IDistributedEventHandler<ParcelEto>, ITransientDependency
{
    public Task HandleEventAsync(ParcelEto eventData)
    {
        if (eventData.Text == Deliveries.Poison && !deliveries.IsCured)
        {
            throw new InvalidOperationException("No.");
        }

        deliveries.Received.Add(eventData.Text);
        return Task.CompletedTask;
    }
}
