using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Volo.Abp.DependencyInjection;

namespace DoubleReductionGov.Platform.RowLevelSecurity;

/// <summary>What a transaction had set is undone with it, also by a return to a savepoint.</summary>
internal sealed class TenantTransactionInterceptor : DbTransactionInterceptor, ISingletonDependency
{
    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        TenantConnection.Forget(connection);
        return result;
    }

    public override ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        TenantConnection.Forget(connection);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult TransactionRollingBack(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result)
    {
        TenantConnection.Forget(transaction.Connection);
        return result;
    }

    public override ValueTask<InterceptionResult> TransactionRollingBackAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        TenantConnection.Forget(transaction.Connection);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult RollingBackToSavepoint(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result)
    {
        TenantConnection.Forget(transaction.Connection);
        return result;
    }

    public override ValueTask<InterceptionResult> RollingBackToSavepointAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        TenantConnection.Forget(transaction.Connection);
        return ValueTask.FromResult(result);
    }
}

/// <summary>A pool may hand on the connection to somebody else in between.</summary>
internal sealed class TenantConnectionInterceptor : DbConnectionInterceptor, ISingletonDependency
{
    public override void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => TenantConnection.Forget(connection);

    public override Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        TenantConnection.Forget(connection);
        return Task.CompletedTask;
    }
}
