using Microsoft.Extensions.Logging;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Platform.Workers;

/// <summary>What workers do on the host's side and then in each tenant. One that fails is logged and does not keep the others from their turn.</summary>
public sealed partial class EachTenant(ITenantStore tenants, ICurrentTenant currentTenant, ILogger<EachTenant> logger) : ITransientDependency
{
    /// <param name="work">Runs in the tenant and says how much it did.</param>
    /// <param name="cancellationToken">Ends the round.</param>
    /// <returns>How much was done in all.</returns>
    public async Task<int> SumAsync(Func<CancellationToken, Task<int>> work, CancellationToken cancellationToken = default)
    {
        var sum = await TryAsync(null, work, cancellationToken);
        foreach (var tenant in await tenants.GetListAsync())
        {
            sum += await TryAsync(tenant.Id, work, cancellationToken);
        }

        return sum;
    }

    private async Task<int> TryAsync(Guid? tenantId, Func<CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var _ = currentTenant.Change(tenantId);
        try
        {
            return await work(cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The exception's own text may hold values of the row.
            TenantFailed(logger, tenantId, e.GetType().Name, e.StackTrace);
            return 0;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A worker failed in tenant {TenantId}: {Error} {StackTrace}")]
    private static partial void TenantFailed(ILogger logger, Guid? tenantId, string error, string? stackTrace);
}
