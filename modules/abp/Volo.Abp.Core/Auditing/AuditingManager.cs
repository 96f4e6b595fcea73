using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;
using Volo.Abp.Users;

namespace Volo.Abp.Auditing;

/// <summary>The record of the current asynchronous flow.</summary>
internal sealed class AuditingManager(
    IServiceProvider serviceProvider, IOptions<AbpAuditingOptions> options, IClock clock, TimeProvider timeProvider,
    ICurrentUser currentUser, ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager)
    : IAuditingManager, ITransientDependency
{
    private static readonly AsyncLocal<IAuditLogScope?> Ambient = new();

    public IAuditLogScope? Current => Ambient.Value;

    public IAuditLogSaveHandle BeginScope()
    {
        var outer = Ambient.Value;
        var scope = new AuditLogScope(Describe());
        Ambient.Value = scope;
        var context = new AuditLogContributionContext(serviceProvider, scope.Log);
        options.Value.Contributors.ForEach(c => c.PreContribute(context));
        return new SaveHandle(this, scope.Log, timeProvider.GetTimestamp(), () => Ambient.Value = outer);
    }

    private AuditLogInfo Describe() => new()
    {
        ApplicationName = options.Value.ApplicationName,
        TenantId = currentTenant.Id,
        TenantName = currentTenant.Name,
        UserId = currentUser.Id,
        UserName = currentUser.UserName,
        ClientId = currentUser.FindClaimValue("client_id"),
        ExecutionTime = clock.Now,
    };

    /// <summary>
    /// What succeeded is recorded in its own transaction: without its record it does not happen. What failed has lost its transaction;
    /// its record gets another one, and names no changes, for there were none.
    /// </summary>
    private async Task SaveAsync(AuditLogInfo log, long startedAt)
    {
        log.ExecutionDuration = (int)Math.Min(timeProvider.GetElapsedTime(startedAt).TotalMilliseconds, int.MaxValue);
        var context = new AuditLogContributionContext(serviceProvider, log);
        options.Value.Contributors.ForEach(c => c.PostContribute(context));
        var failed = log.Exceptions.Count > 0;
        if (failed)
        {
            log.EntityChanges.Clear();
        }

        try
        {
            using var unitOfWork = unitOfWorkManager.Begin(requiresNew: failed);
            await serviceProvider.GetRequiredService<IAuditingStore>().SaveAsync(log);
            await unitOfWork.CompleteAsync();
        }
        catch (Exception e) when (failed || options.Value.HideErrors)
        {
            serviceProvider.GetRequiredService<ILogger<AuditingManager>>().LogError(e, "The record of {HttpMethod} {Url} could not be written.", log.HttpMethod, log.Url);
        }
    }

    private sealed class AuditLogScope(AuditLogInfo log) : IAuditLogScope
    {
        public AuditLogInfo Log { get; } = log;
    }

    private sealed class SaveHandle(AuditingManager manager, AuditLogInfo log, long startedAt, Action restore) : IAuditLogSaveHandle
    {
        private int _exceptionsSaved = -1;

        public async Task SaveAsync()
        {
            // Again only if what had succeeded failed after all: the first record was rolled back with it.
            if (_exceptionsSaved < log.Exceptions.Count)
            {
                _exceptionsSaved = log.Exceptions.Count;
                await manager.SaveAsync(log, startedAt);
            }
        }

        public void Dispose() => restore();
    }
}

/// <summary>Without a table: one line in the log that names no person.</summary>
[Dependency(TryRegister = true)]
public class SimpleLogAuditingStore(ILogger<SimpleLogAuditingStore> logger) : IAuditingStore, ISingletonDependency
{
    public Task SaveAsync(AuditLogInfo auditInfo)
    {
        logger.LogInformation(
            "{HttpMethod} {Url} {HttpStatusCode} {ExecutionDuration} ms", auditInfo.HttpMethod, auditInfo.Url, auditInfo.HttpStatusCode, auditInfo.ExecutionDuration);
        return Task.CompletedTask;
    }
}
