using DoubleReductionGov.Platform.Workers;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Settings;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Platform.Idempotency;

/// <summary>The answers that are kept for as long as the setting says.</summary>
internal sealed class IdempotencyKeys(
    IRepository<IdempotencyKey, Guid> keys, ISettingProvider settings, IUnitOfWorkManager unitOfWorkManager, EachTenant eachTenant,
    IGuidGenerator guidGenerator, IClock clock) : ITransientDependency
{
    private const int Portion = 1_000;

    public async Task<IdempotencyKey?> FindAsync(string caller, string key)
    {
        var since = await KeptSinceAsync();
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var found = await keys.FindAsync(k => k.Caller == caller && k.Key == key && k.CreationTime >= since);
        await unitOfWork.CompleteAsync();
        return found;
    }

    /// <summary>In the caller's unit of work: both happen or neither. Of two at once the second fails on the unique index.</summary>
    public async Task SaveAsync(string caller, string key, IdempotentRequest request, IdempotentAnswer answer)
    {
        var since = await KeptSinceAsync();
        await keys.DeleteDirectAsync(k => k.Caller == caller && k.Key == key && k.CreationTime < since);
        await keys.InsertAsync(new IdempotencyKey(guidGenerator.Create(), caller, key, request, answer, clock.Now), autoSave: true);
    }

    /// <summary>Forgets what is old, in portions, on the host's side and in each tenant.</summary>
    /// <returns>How many were forgotten.</returns>
    public Task<int> DeleteExpiredAsync(CancellationToken cancellationToken = default) => eachTenant.SumAsync(DeleteExpiredHereAsync, cancellationToken);

    private async Task<int> DeleteExpiredHereAsync(CancellationToken cancellationToken)
    {
        var since = await KeptSinceAsync();
        var total = 0;
        for (var deleted = Portion; deleted == Portion; total += deleted)
        {
            using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
            var all = await keys.GetQueryableAsync();
            var expired = all.Where(k => k.CreationTime < since).OrderBy(k => k.CreationTime).Select(k => k.Id).Take(Portion);
            deleted = await all.Where(k => expired.Contains(k.Id)).ExecuteDeleteAsync(cancellationToken);
            await unitOfWork.CompleteAsync(cancellationToken);
        }

        return total;
    }

    private async Task<DateTime> KeptSinceAsync() => clock.Now.AddHours(-Math.Max(await settings.GetAsync<int>(IdempotencySettings.KeepHours), 1));
}

internal static class IdempotencySettings
{
    /// <summary>Hours for which an answer is kept and given again.</summary>
    public const string KeepHours = "Platform.Idempotency.KeepHours";
}

internal sealed class IdempotencySettingDefinitionProvider : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context) => context.Add(new SettingDefinition(IdempotencySettings.KeepHours, "24"));
}
