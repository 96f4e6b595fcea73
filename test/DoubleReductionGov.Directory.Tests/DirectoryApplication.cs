using System.Security.Claims;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.Settings;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Directory;

/// <summary>The module alone over a database file of its own. Every call is a request of its own: scope, account, tenant, unit of work.</summary>
internal sealed class DirectoryApplication : IAsyncDisposable
{
    private readonly string _databasePath;
    private readonly ServiceProvider _provider;

    private DirectoryApplication(string databasePath, ServiceProvider provider)
    {
        _databasePath = databasePath;
        _provider = provider;
    }

    public TestClock Clock => _provider.GetRequiredService<TestClock>();

    public TestSettings Settings => _provider.GetRequiredService<TestSettings>();

    public static async Task<DirectoryApplication> StartAsync()
    {
        var path = Path.Combine(Path.GetTempPath(), $"directory-{Guid.NewGuid():N}.db");
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([new("ConnectionStrings:Default", $"Data Source={path}")]).Build());
        await services.AddApplicationAsync<DirectoryTestModule>();
        var application = new DirectoryApplication(path, services.BuildServiceProvider(validateScopes: true));
        await application.AsAsync(Cast.Nobody, async provider =>
        {
            var context = await provider.GetRequiredService<IDbContextProvider<DirectoryDbContext>>().GetDbContextAsync();
            await context.Database.EnsureCreatedAsync();
        });
        return application;
    }

    public async Task<T> AsAsync<T>(ClaimsPrincipal who, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = _provider.CreateAsyncScope();
        var provider = scope.ServiceProvider;
        var tenant = Guid.TryParse(who.FindFirst(AbpClaimTypes.TenantId)?.Value, out var id) ? id : (Guid?)null;
        using var account = provider.GetRequiredService<ICurrentPrincipalAccessor>().Change(who);
        using var inTenant = provider.GetRequiredService<ICurrentTenant>().Change(tenant);
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
}

[DependsOn(typeof(DirectoryModule))]
internal sealed class DirectoryTestModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var clock = new TestClock();
        context.Services.AddSingleton(clock);
        context.Services.AddSingleton<TimeProvider>(clock);
        Configure<AbpDbContextOptions>(options => options.UseSqlite());
        Configure<AbpClockOptions>(options => options.Kind = DateTimeKind.Utc);
    }
}

internal sealed class TestClock : TimeProvider
{
    public DateTime Now { get; set; } = Cast.Monday;

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>City leads and departments of the city may enter a county; that is all that this module asks about in code.</summary>
internal sealed class TestPermissionStore : IPermissionStore, ISingletonDependency
{
    public Task<bool> IsGrantedAsync(string name, string? providerName, string? providerKey) =>
        Task.FromResult(name == DirectoryPermissions.EnterCounty && providerKey is DirectoryRoles.CityLead or DirectoryRoles.Department);
}

[ExposeServices(typeof(ISettingStore), IncludeSelf = true)]
internal sealed class TestSettings : ISettingStore, ISingletonDependency
{
    public Dictionary<string, string> Values { get; } = [];

    public Task<string?> GetOrNullAsync(string name, string? providerName, string? providerKey) => Task.FromResult(Values.GetValueOrDefault(name));
}
