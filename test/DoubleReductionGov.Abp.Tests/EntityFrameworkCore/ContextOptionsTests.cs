using DoubleReductionGov.Abp.Tests.Samples;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.TenantManagement;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Abp.Tests.EntityFrameworkCore;

public sealed class ContextOptionsTests : IAsyncLifetime
{
    private readonly List<AbpDbContextConfigurationContext> _asked = [];
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task The_provider_is_told_the_connection_string_and_for_a_second_context_the_open_connection()
    {
        await using var application = await StartAsync(options => options.Configure(Configure));

        await application.InUnitOfWorkAsync(async services =>
        {
            var library = await ContextAsync<LibraryDbContext>(services);
            await ContextAsync<WarehouseDbContext>(services);

            _asked.ShouldAllBe(c => c.ConnectionString == _database.ConnectionString && c.ServiceProvider != null && c.DbContextOptions.IsConfigured);
            _asked.Select(c => c.ExistingConnection).ShouldBe([null, library.Database.GetDbConnection()]);
        });
    }

    [Fact]
    public async Task Options_are_built_once_for_a_connection_string()
    {
        await using var application = await StartAsync(options => options.Configure(Configure));

        for (var round = 0; round < 3; round++)
        {
            await application.InUnitOfWorkAsync(ContextAsync<LibraryDbContext>);
        }

        _asked.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_context_that_is_used_again_remembers_nothing_and_asks_for_its_present_tenant()
    {
        await using var application = await StartAsync(options => options.Configure(Configure));
        await application.SaveAsync(new Tenant(Cast.North, "North", "NORTH"));
        await application.SaveAsync(new Tenant(Cast.South, "South", "SOUTH"));
        var used = new List<LibraryDbContext>();
        foreach (var (round, tenant) in Enumerable.Repeat(new Guid?[] { Cast.North, Cast.South, null }, 5).SelectMany(tenants => tenants).Index())
        {
            await application.InUnitOfWorkAsync(
                async services =>
                {
                    var context = await ContextAsync<LibraryDbContext>(services);
                    used.Add(context);
                    context.ChangeTracker.Entries().ShouldBeEmpty();
                    context.ChangeTracker.AutoDetectChangesEnabled.ShouldBeTrue();
                    (await context.Books.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(round / 3);

                    context.Add(new Book("of " + tenant));
                    await context.SaveChangesAsync(TestContext.Current.CancellationToken);
                    (await context.Books.Select(b => b.TenantId).Distinct().ToListAsync(TestContext.Current.CancellationToken)).ShouldBe([tenant]);
                    context.ChangeTracker.AutoDetectChangesEnabled = false;
                },
                tenant);
        }

        used.Distinct().Count().ShouldBeLessThan(used.Count);
    }

    [Fact]
    public async Task Without_a_provider_there_is_no_context()
    {
        await using var application = await StartAsync(options => options.Configure(null!));

        (await Should.ThrowAsync<AbpException>(() => application.InUnitOfWorkAsync(ContextAsync<LibraryDbContext>))).Message.ShouldStartWith("No configuration found for " + typeof(LibraryDbContext).FullName);
    }

    [Fact]
    public async Task A_context_offers_what_its_entities_need()
    {
        await using var application = await StartAsync(options => options.Configure(Configure));
        await application.InUnitOfWorkAsync(async services =>
        {
            var context = await ContextAsync<LibraryDbContext>(services);
            using (context.CurrentTenant.Change(Cast.North))
            {
                context.CurrentTenant.Id.ShouldBe(Cast.North);
            }

            context.Clock.Now.ShouldBe(Cast.Monday);
            context.GuidGenerator.Create().Version.ShouldBe(7);
            context.LazyServiceProvider.LazyGetRequiredService<IUnitOfWorkManager>().ShouldNotBeNull();
        });
    }

    private Task<KernelApplication> StartAsync(Action<AbpDbContextOptions> configure) =>
        KernelApplication.StartAsync(_database, services => services.PostConfigure(configure));

    private void Configure(AbpDbContextConfigurationContext context)
    {
        _asked.Add(context);
        if (TestDatabase.IsPostgres)
        {
            context.UseNpgsql();
        }
        else
        {
            context.UseSqlite();
        }
    }

    private static Task<TContext> ContextAsync<TContext>(IServiceProvider services) where TContext : IEfCoreDbContext =>
        services.GetRequiredService<IDbContextProvider<TContext>>().GetDbContextAsync();
}
