using System.Security.Claims;
using DoubleReductionGov.Notices.Delivery;
using DoubleReductionGov.Notices.Inbox;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Identity;
using Volo.Abp.Identity.EntityFrameworkCore;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Notices;

/// <summary>The module alone over a database file of its own. Every call is a request of its own: scope, account, tenant, unit of work.</summary>
internal sealed class NoticesApplication : IAsyncDisposable
{
    public const string Good = "Test.Good";
    public const string Pressing = "Test.Pressing";
    public const string Burning = "Test.Burning";

    private readonly string _databasePath;
    private readonly ServiceProvider _provider;

    private NoticesApplication(string databasePath, ServiceProvider provider)
    {
        _databasePath = databasePath;
        _provider = provider;
    }

    public TestClock Clock => _provider.GetRequiredService<TestClock>();

    public TestHub Hub => _provider.GetRequiredService<TestHub>();

    public TestChannel Email => _provider.GetServices<IMessageChannel>().OfType<TestChannel>().Single(c => c.Name == MessageChannels.Email);

    public TestChannel Sms => _provider.GetServices<IMessageChannel>().OfType<TestChannel>().Single(c => c.Name == MessageChannels.Sms);

    public static async Task<NoticesApplication> StartAsync()
    {
        var path = Path.Combine(Path.GetTempPath(), $"notices-{Guid.NewGuid():N}.db");
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([new("ConnectionStrings:Default", $"Data Source={path}"), new("Notices:PortalUrl", "https://sj.example/")]).Build());
        await services.AddApplicationAsync<NoticesTestModule>();
        var application = new NoticesApplication(path, services.BuildServiceProvider(validateScopes: true));
        await application.AsAsync(Cast.Li, async provider =>
        {
            await CreateTablesAsync<NoticesDbContext>(provider);
            await CreateTablesAsync<IdentityDbContext>(provider);
            await provider.GetRequiredService<IRepository<IdentityUser, Guid>>().InsertManyAsync(
                [new IdentityUser(Cast.LiId, "li", "li@example.cn", Cast.Kecheng), new IdentityUser(Cast.WangId, "wang", "wang@example.cn", Cast.Kecheng)]);
        });
        return application;
    }

    public Task SendAsync(string name, params Guid[] receivers) =>
        AsAsync(Cast.Wang, provider => provider.GetRequiredService<INoticeSender>().SendAsync(new NoticeToSend(name, Cast.Matter, "/tasks/1"), receivers));

    /// <summary>What the worker does in one tenant.</summary>
    public Task<int> SendDueAsync() => AsAsync<DeliveryRound, int>(Cast.Li, round => round.SendDueAsync());

    /// <summary>As the scheduler does: on behalf of nobody, in no tenant and no unit of work.</summary>
    public Task RunAsync<TWorker>() where TWorker : AsyncPeriodicBackgroundWorkerBase => _provider.GetRequiredService<TWorker>().RunAsync(CancellationToken.None);

    public async Task<T> AsAsync<T>(ClaimsPrincipal who, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = _provider.CreateAsyncScope();
        var provider = scope.ServiceProvider;
        using var account = provider.GetRequiredService<ICurrentPrincipalAccessor>().Change(who);
        using var inTenant = provider.GetRequiredService<ICurrentTenant>().Change(Guid.Parse(who.FindFirst(AbpClaimTypes.TenantId)!.Value));
        using var unitOfWork = provider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        var result = await act(provider);
        await unitOfWork.CompleteAsync();
        return result;
    }

    public Task AsAsync(ClaimsPrincipal who, Func<IServiceProvider, Task> act) =>
        AsAsync(who, async provider =>
        {
            await act(provider);
            return true;
        });

    public Task<T> AsAsync<TService, T>(ClaimsPrincipal who, Func<TService, Task<T>> act) where TService : notnull =>
        AsAsync(who, provider => act(provider.GetRequiredService<TService>()));

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        SqliteConnection.ClearAllPools();
        File.Delete(_databasePath);
    }

    private static async Task CreateTablesAsync<TContext>(IServiceProvider provider) where TContext : DbContext, IEfCoreDbContext
    {
        var context = await provider.GetRequiredService<IDbContextProvider<TContext>>().GetDbContextAsync();
        await context.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
    }
}

[DependsOn(typeof(NoticesModule))]
internal sealed class NoticesTestModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var services = context.Services;
        var clock = new TestClock();
        var hub = new TestHub();
        services.AddSingleton(clock);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(hub);
        services.AddSingleton<IHubContext<NoticesHub>>(hub);
        services.AddSingleton<ITenantStore, TestTenants>();
        foreach (var channel in services.Where(s => s.ServiceType == typeof(IMessageChannel)).ToList())
        {
            services.Remove(channel);
        }

        services.AddSingleton<IMessageChannel>(new TestChannel(MessageChannels.Email));
        services.AddSingleton<IMessageChannel>(new TestChannel(MessageChannels.Sms));
        Configure<AbpDbContextOptions>(options => options.UseSqlite());
        Configure<AbpClockOptions>(options => options.Kind = DateTimeKind.Utc);
        Configure<NoticeOptions>(options =>
        {
            options.Add<NoticesResource>(NoticesApplication.Good);
            options.Add<NoticesResource>(NoticesApplication.Pressing, NoticeSeverity.Warning);
            options.Add<NoticesResource>(NoticesApplication.Burning, NoticeSeverity.Urgent);
        });
    }
}

/// <summary>Both counties are there, in the common database.</summary>
internal sealed class TestTenants : ITenantStore
{
    public Task<TenantConfiguration?> FindAsync(string normalizedName) => Task.FromResult<TenantConfiguration?>(null);

    public Task<TenantConfiguration?> FindAsync(Guid id) => Task.FromResult<TenantConfiguration?>(new TenantConfiguration(id, id.ToString()));

    public Task<IReadOnlyList<TenantConfiguration>> GetListAsync(bool includeDetails = false) =>
        Task.FromResult<IReadOnlyList<TenantConfiguration>>([new TenantConfiguration(Cast.Kecheng, "Kecheng"), new TenantConfiguration(Cast.Longyou, "Longyou")]);
}

internal sealed class TestClock : TimeProvider
{
    public DateTime Now { get; set; } = Cast.Monday;

    public override DateTimeOffset GetUtcNow() => Now;
}

internal sealed class TestChannel(string name) : IMessageChannel
{
    public string Name => name;

    public List<Message> Messages { get; } = [];

    public bool IsDown { get; set; }

    public Task SendAsync(Message message, CancellationToken cancellationToken)
    {
        if (IsDown)
        {
            throw new IOException("The gateway does not answer for " + message.To);
        }

        Messages.Add(message);
        return Task.CompletedTask;
    }
}

/// <summary>Whose browsers were called, in order.</summary>
internal sealed class TestHub : IHubContext<NoticesHub>, IHubClients, IClientProxy
{
    private IReadOnlyList<string> _users = [];

    public List<string> Called { get; } = [];

    public IHubClients Clients => this;

    public IGroupManager Groups => throw new NotSupportedException();

    IClientProxy IHubClients<IClientProxy>.All => throw new NotSupportedException();

    public Task SendCoreAsync(string method, object?[] args, CancellationToken cancellationToken = default)
    {
        Called.AddRange(_users);
        return Task.CompletedTask;
    }

    IClientProxy IHubClients<IClientProxy>.Users(IReadOnlyList<string> userIds)
    {
        _users = userIds;
        return this;
    }

    IClientProxy IHubClients<IClientProxy>.AllExcept(IReadOnlyList<string> excludedConnectionIds) => throw new NotSupportedException();

    IClientProxy IHubClients<IClientProxy>.Client(string connectionId) => throw new NotSupportedException();

    IClientProxy IHubClients<IClientProxy>.Clients(IReadOnlyList<string> connectionIds) => throw new NotSupportedException();

    IClientProxy IHubClients<IClientProxy>.Group(string groupName) => throw new NotSupportedException();

    IClientProxy IHubClients<IClientProxy>.GroupExcept(string groupName, IReadOnlyList<string> excludedConnectionIds) => throw new NotSupportedException();

    IClientProxy IHubClients<IClientProxy>.Groups(IReadOnlyList<string> groupNames) => throw new NotSupportedException();

    IClientProxy IHubClients<IClientProxy>.User(string userId) => throw new NotSupportedException();
}
