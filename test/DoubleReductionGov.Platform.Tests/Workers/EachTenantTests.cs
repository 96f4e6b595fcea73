using Microsoft.Extensions.Logging.Abstractions;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Platform.Workers;

public sealed class EachTenantTests
{
    private static readonly Guid First = Guid.CreateVersion7(), Second = Guid.CreateVersion7();

    private readonly CurrentTenant _currentTenant = new(AsyncLocalCurrentTenantAccessor.Instance);

    [Fact]
    public async Task The_host_and_each_tenant_have_their_turn_though_one_fails()
    {
        var turns = new List<Guid?>();

        var sum = await new EachTenant(new TwoTenants(), _currentTenant, NullLogger<EachTenant>.Instance).SumAsync(_ =>
        {
            turns.Add(_currentTenant.Id);
            return _currentTenant.Id == First ? throw new InvalidOperationException("The county's database is gone.") : Task.FromResult(2);
        });

        turns.ShouldBe([null, First, Second]);
        sum.ShouldBe(4);
        _currentTenant.Id.ShouldBeNull();
    }

    [Fact]
    public async Task When_the_application_stops_nobody_else_has_a_turn()
    {
        using var stop = new CancellationTokenSource();
        var turns = 0;

        await Should.ThrowAsync<OperationCanceledException>(() => new EachTenant(new TwoTenants(), _currentTenant, NullLogger<EachTenant>.Instance).SumAsync(_ =>
        {
            turns++;
            stop.Cancel();
            return Task.FromResult(0);
        }, stop.Token));

        turns.ShouldBe(1);
    }

    private sealed class TwoTenants : ITenantStore
    {
        public Task<TenantConfiguration?> FindAsync(string normalizedName) => Task.FromResult<TenantConfiguration?>(null);

        public Task<TenantConfiguration?> FindAsync(Guid id) => Task.FromResult<TenantConfiguration?>(null);

        public Task<IReadOnlyList<TenantConfiguration>> GetListAsync(bool includeDetails = false) =>
            Task.FromResult<IReadOnlyList<TenantConfiguration>>([new(First, "first"), new(Second, "second")]);
    }
}
