using DoubleReductionGov.Host.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Identity;
using Volo.Abp.Identity.EntityFrameworkCore;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Host.RowLevelSecurity;

/// <summary>EF Core's commands carry the current tenant, so that queries whose own filters are off still stop at the wall.</summary>
public sealed class TenantOfCommandTests(QuzhouCity quzhou) : IClassFixture<QuzhouCity>
{
    private readonly HostApplication _city = quzhou.Application;

    private ICurrentTenant CurrentTenant => _city.Services.GetRequiredService<ICurrentTenant>();

    private IUnitOfWorkManager UnitsOfWork => _city.Services.GetRequiredService<IUnitOfWorkManager>();

    [PostgresFact]
    public async Task With_the_filters_off_a_query_still_finds_one_tenant()
    {
        var kecheng = await _city.IdOfAsync(Cast.Kecheng);
        foreach (var tenant in new Guid?[] { kecheng, null })
        {
            using var entered = CurrentTenant.Change(tenant);
            using var unitOfWork = UnitsOfWork.Begin(requiresNew: true);
            using var off = _city.Services.GetRequiredService<IDataFilter>().Disable<IMultiTenant>();
            var users = _city.Services.GetRequiredService<IRepository<IdentityUser, Guid>>();

            (await users.GetListAsync()).ShouldAllBe(user => user.TenantId == tenant);
            (await users.GetCountAsync()).ShouldBeInRange(1, 20);
            (await TenantsAsync(await ContextAsync(unitOfWork))).ShouldBe([tenant]);
        }
    }

    [PostgresFact]
    public async Task Within_one_transaction_each_command_goes_with_the_tenant_of_its_moment()
    {
        var (kecheng, qujiang) = (await _city.IdOfAsync(Cast.Kecheng), await _city.IdOfAsync(Cast.Qujiang));
        using var unitOfWork = UnitsOfWork.Begin(requiresNew: true, isTransactional: true);
        var context = await ContextAsync(unitOfWork);

        foreach (var tenant in new Guid?[] { null, kecheng, kecheng, qujiang, null, qujiang, kecheng })
        {
            using var entered = CurrentTenant.Change(tenant);
            var own = await context.Users.CountAsync();
            own.ShouldBeInRange(1, 20);
            (await context.Users.IgnoreQueryFilters().ExecuteUpdateAsync(set => set.SetProperty(user => user.AccessFailedCount, 1))).ShouldBe(own);
            (await TenantsAsync(context)).ShouldBe([tenant]);
            (await context.Database.ExecuteSqlAsync($"""UPDATE "AbpUsers" SET "AccessFailedCount" = 0""")).ShouldBe(own);
        }
    }

    [Fact]
    public async Task What_is_saved_for_another_tenant_is_refused_before_the_database_is_asked()
    {
        var (kecheng, qujiang) = (await _city.IdOfAsync(Cast.Kecheng), await _city.IdOfAsync(Cast.Qujiang));
        var before = await _city.Database.TakeSnapshotAsync();
        using (CurrentTenant.Change(kecheng))
        {
            using var unitOfWork = UnitsOfWork.Begin(requiresNew: true, isTransactional: true);
            (await ContextAsync(unitOfWork)).Add(new IdentityUser(Guid.CreateVersion7(), "intruder", "intruder@example.invalid", qujiang));

            (await Should.ThrowAsync<AbpException>(() => unitOfWork.CompleteAsync())).Message.ShouldContain(qujiang.ToString());
        }

        (await _city.Database.TakeSnapshotAsync()).ShouldBeAsIn(before);
    }

    [PostgresFact]
    public async Task After_a_return_to_a_savepoint_or_a_rollback_the_tenant_is_told_again()
    {
        var kecheng = await _city.IdOfAsync(Cast.Kecheng);
        using var entered = CurrentTenant.Change(kecheng);
        using (var unitOfWork = UnitsOfWork.Begin(requiresNew: true, isTransactional: true))
        {
            var context = await ContextAsync(unitOfWork);
            context.Database.AutoSavepointsEnabled = true;
            var user = new IdentityUser(Guid.CreateVersion7(), "double", "double@example.invalid", kecheng);
            user.AddRole(Guid.CreateVersion7());
            context.Add(user);

            // The save sets the tenant behind its own savepoint, and fails for a role that does not exist.
            await Should.ThrowAsync<DbUpdateException>(() => context.SaveChangesAsync());
            (await TenantsAsync(context)).ShouldBe([kecheng]);
            context.ChangeTracker.Clear();
        }

        await using var connected = await OpenContextAsync();
        await connected.Context.Database.OpenConnectionAsync();
        for (var round = 0; round < 2; round++)
        {
            // Disposed without a word: rolled back. The connection stays open.
            await using var transaction = await connected.Context.Database.BeginTransactionAsync();
            (await TenantsAsync(connected.Context)).ShouldBe([kecheng]);
        }

        (await TenantsAsync(connected.Context)).ShouldBe([kecheng]);
    }

    [PostgresFact]
    public async Task A_command_that_fails_while_it_is_read_leaves_nothing_behind()
    {
        var kecheng = await _city.IdOfAsync(Cast.Kecheng);
        using var entered = CurrentTenant.Change(kecheng);
        await using var connected = await OpenContextAsync();
        await connected.Context.Database.OpenConnectionAsync();

        await Should.ThrowAsync<PostgresException>(() => connected.Context.Users.IgnoreQueryFilters().Select(user => 1 / user.AccessFailedCount).ToListAsync());
        (await TenantsAsync(connected.Context)).ShouldBe([kecheng]);
    }

    [PostgresFact]
    public async Task Sixty_four_at_once_over_few_connections_are_not_mixed_up()
    {
        var tenants = new Guid?[] { await _city.IdOfAsync(Cast.Kecheng), await _city.IdOfAsync(Cast.Qujiang), null };

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(async () =>
        {
            var tenant = tenants[i % tenants.Length];
            using var entered = CurrentTenant.Change(tenant);
            var seen = new List<Guid?>();
            for (var round = 0; round < 5; round++)
            {
                using var unitOfWork = UnitsOfWork.Begin(requiresNew: true, isTransactional: (i + round) % 2 == 0);
                seen.AddRange(await TenantsAsync(await ContextAsync(unitOfWork)));
                await unitOfWork.CompleteAsync();
            }

            return (Tenant: tenant, Seen: seen);
        })));

        answers.ShouldAllBe(answer => answer.Seen.Count == 5 && answer.Seen.TrueForAll(seen => seen == answer.Tenant));
    }

    private static Task<IdentityDbContext> ContextAsync(IUnitOfWork unitOfWork) =>
        unitOfWork.ServiceProvider.GetRequiredService<IDbContextProvider<IdentityDbContext>>().GetDbContextAsync();

    private static Task<List<Guid?>> TenantsAsync(IdentityDbContext context) =>
        context.Users.IgnoreQueryFilters().Select(user => user.TenantId).Distinct().ToListAsync();

    private async Task<OpenContext> OpenContextAsync()
    {
        var unitOfWork = UnitsOfWork.Begin(requiresNew: true);
        return new OpenContext(unitOfWork, await ContextAsync(unitOfWork));
    }

    private sealed record OpenContext(IUnitOfWork UnitOfWork, IdentityDbContext Context) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Context.Database.CloseConnectionAsync();
            UnitOfWork.Dispose();
        }
    }
}
