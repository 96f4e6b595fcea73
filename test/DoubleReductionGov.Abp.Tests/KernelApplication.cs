using System.Security.Claims;
using DoubleReductionGov.Abp.Tests.Samples;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.BackgroundJobs.EntityFrameworkCore;
using Volo.Abp.BlobStoring.Database.EntityFrameworkCore;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.DistributedEvents;
using Volo.Abp.Identity;
using Volo.Abp.Identity.EntityFrameworkCore;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Abp.Tests;

/// <summary>The kernel without a web host, over a database of its own.</summary>
internal sealed class KernelApplication : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly List<TestDatabase> _owned = [];
    private readonly ServiceProvider _provider;

    private KernelApplication(TestDatabase database, ServiceProvider provider)
    {
        _database = database;
        _provider = provider;
    }

    public IServiceProvider Services => _provider;

    public TestClock Clock => _provider.GetRequiredService<TestClock>();

    public ICurrentTenant CurrentTenant => _provider.GetRequiredService<ICurrentTenant>();

    public IUnitOfWorkManager UnitOfWorkManager => _provider.GetRequiredService<IUnitOfWorkManager>();

    public static async Task<KernelApplication> StartAsync(params (string Key, string? Value)[] configuration)
    {
        var database = await TestDatabase.CreateAsync();
        var application = await StartAsync(database, configuration);
        application._owned.Add(database);
        return application;
    }

    public static Task<KernelApplication> StartAsync(TestDatabase database, params (string Key, string? Value)[] configuration) =>
        StartAsync(database, _ => { }, configuration);

    public static async Task<KernelApplication> StartAsync(TestDatabase database, Action<IServiceCollection> configure, params (string Key, string? Value)[] configuration)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([new("ConnectionStrings:Default", database.ConnectionString), .. configuration.Select(c => new KeyValuePair<string, string?>(c.Key, c.Value))])
            .Build());
        var application = await services.AddApplicationAsync<LibraryTestModule>();
        configure(services);
        var provider = services.BuildServiceProvider(validateScopes: true);
        await application.InitializeAsync(provider);
        return new KernelApplication(database, provider);
    }

    /// <summary>Acts in a unit of work of its own, as a request or a job would.</summary>
    public async Task<T> InUnitOfWorkAsync<T>(Func<IServiceProvider, Task<T>> act, Guid? tenant = null, ClaimsPrincipal? who = null, bool isTransactional = true)
    {
        await using var scope = _provider.CreateAsyncScope();
        using var asUser = scope.ServiceProvider.GetRequiredService<ICurrentPrincipalAccessor>().Change(who ?? Cast.Nobody);
        using var inTenant = CurrentTenant.Change(tenant);
        using var unitOfWork = UnitOfWorkManager.Begin(requiresNew: true, isTransactional);
        var result = await act(scope.ServiceProvider);
        await unitOfWork.CompleteAsync();
        return result;
    }

    public Task InUnitOfWorkAsync(Func<IServiceProvider, Task> act, Guid? tenant = null, ClaimsPrincipal? who = null, bool isTransactional = true) =>
        InUnitOfWorkAsync(
            async services =>
            {
                await act(services);
                return true;
            },
            tenant, who, isTransactional);

    public Task<T> WithAsync<TEntity, T>(Func<IRepository<TEntity, Guid>, Task<T>> act, Guid? tenant = null, ClaimsPrincipal? who = null)
        where TEntity : class, IEntity<Guid> =>
        InUnitOfWorkAsync(services => act(services.GetRequiredService<IRepository<TEntity, Guid>>()), tenant, who);

    public Task WithAsync<TEntity>(Func<IRepository<TEntity, Guid>, Task> act, Guid? tenant = null, ClaimsPrincipal? who = null)
        where TEntity : class, IEntity<Guid> =>
        InUnitOfWorkAsync(services => act(services.GetRequiredService<IRepository<TEntity, Guid>>()), tenant, who);

    public Task<TEntity> SaveAsync<TEntity>(TEntity entity, Guid? tenant = null, ClaimsPrincipal? who = null) where TEntity : class, IEntity<Guid> =>
        WithAsync<TEntity, TEntity>(repository => repository.InsertAsync(entity), tenant, who);

    public Task<Book> SaveBookAsync(string title, Guid? tenant = null, ClaimsPrincipal? who = null) =>
        WithAsync<Book, Book>(repository => repository.InsertAsync(new Book(title)), tenant, who);

    /// <summary>Every row, whoever's it is and deleted or not.</summary>
    public Task<List<TEntity>> AllAsync<TEntity>() where TEntity : class, IEntity<Guid> =>
        WithAsync<TEntity, List<TEntity>>(async repository => await (await repository.GetQueryableAsync()).IgnoreQueryFilters().OrderBy(e => e.Id).ToListAsync());

    /// <summary>Sends until nothing is left; returns how many events were sent.</summary>
    public async Task<int> DeliverEventsAsync()
    {
        var total = 0;
        for (int sent; (sent = await _provider.GetRequiredService<OutboxSender>().SendAllAsync(CancellationToken.None)) > 0;)
        {
            total += sent;
        }

        return total;
    }

    /// <summary>Another database with the same tables, for a tenant that has its own.</summary>
    public async Task<TestDatabase> AddDatabaseAsync()
    {
        var database = await TestDatabase.CreateAsync();
        _owned.Add(database);
        return database;
    }

    public Task CreateTablesAsync() => InUnitOfWorkAsync(
        async services =>
        {
            var library = await services.GetRequiredService<IDbContextProvider<LibraryDbContext>>().GetDbContextAsync();
            await library.Database.EnsureCreatedAsync();
            foreach (var other in new DbContext[]
            {
                await services.GetRequiredService<IDbContextProvider<WarehouseDbContext>>().GetDbContextAsync(),
                await services.GetRequiredService<IDbContextProvider<IdentityDbContext>>().GetDbContextAsync(),
                await services.GetRequiredService<IDbContextProvider<BackgroundJobsDbContext>>().GetDbContextAsync(),
                await services.GetRequiredService<IDbContextProvider<BlobStoringDbContext>>().GetDbContextAsync(),
            })
            {
                await ((RelationalDatabaseCreator)other.GetService<IDatabaseCreator>()).CreateTablesAsync();
            }
        },
        isTransactional: false);

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        foreach (var database in _owned)
        {
            await database.DisposeAsync();
        }
    }
}

[DependsOn(typeof(AbpIdentityDomainModule), typeof(AbpBackgroundJobsModule))]
public sealed class LibraryTestModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var clock = new TestClock();
        context.Services.AddSingleton(clock);
        context.Services.AddSingleton<TimeProvider>(clock);
        context.Services.AddHttpContextAccessor();
        Configure<AbpClockOptions>(options => options.Kind = DateTimeKind.Utc);
        Configure<AbpDbContextOptions>(options =>
        {
            if (TestDatabase.IsPostgres)
            {
                options.UseNpgsql();
            }
            else
            {
                options.UseSqlite();
            }
        });
        context.Services.AddAbpDbContext<LibraryDbContext>(options =>
        {
            options.AddDefaultRepositories(includeAllEntities: true);
            options.Entity<Book>(book => book.DefaultWithDetailsFunc = books => books.Include(b => b.Chapters));
        });
        context.Services.AddAbpDbContext<WarehouseDbContext>(options => options.AddDefaultRepositories());
    }
}

public sealed class TestClock : TimeProvider
{
    public DateTime Now { get; set; } = Cast.Monday;

    public override DateTimeOffset GetUtcNow() => Now;
}
