using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Platform.RowLevelSecurity;

/// <summary>
/// Puts the current tenant on the connection before each of EF Core's commands. In front of a query it travels with it; before anything else
/// it costs a round trip of its own, because EF Core reads the answers of a batch by their position. Within a transaction it is said once.
/// Outside of one it is said every time: there a failing command undoes a setting that came with it, and nobody would notice.
/// </summary>
internal sealed class TenantCommandInterceptor(ICurrentTenant currentTenant) : DbCommandInterceptor, ISingletonDependency
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Tell(command, eventData);
        return result;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await TellAsync(command, eventData, cancellationToken);
        return result;
    }

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Tell(command, eventData);
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await TellAsync(command, eventData, cancellationToken);
        return result;
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Tell(command, eventData);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await TellAsync(command, eventData, cancellationToken);
        return result;
    }

    private void Tell(DbCommand command, CommandEventData eventData)
    {
        if (IsToldInFront(command, eventData))
        {
            return;
        }

        using var telling = TellingBefore(command);
        telling.ExecuteNonQuery();
        RememberInTransaction(command);
    }

    private async ValueTask TellAsync(DbCommand command, CommandEventData eventData, CancellationToken cancellationToken)
    {
        if (IsToldInFront(command, eventData))
        {
            return;
        }

        await using var telling = TellingBefore(command);
        await telling.ExecuteNonQueryAsync(cancellationToken);
        RememberInTransaction(command);
    }

    /// <summary>True when nothing is left to do: it is known already, or goes with the query.</summary>
    private bool IsToldInFront(DbCommand command, CommandEventData eventData)
    {
        if (command.Connection is not NpgsqlConnection connection || (command.Transaction is not null && TenantConnection.Knows(connection, currentTenant.Id)))
        {
            return true;
        }

        if (eventData.CommandSource != CommandSource.LinqQuery)
        {
            return false;
        }

        command.CommandText = TenantConnection.Statement(currentTenant.Id) + command.CommandText;
        RememberInTransaction(command);
        return true;
    }

    private DbCommand TellingBefore(DbCommand command)
    {
        var telling = command.Connection!.CreateCommand();
        telling.Transaction = command.Transaction;
        telling.CommandText = TenantConnection.Statement(currentTenant.Id);
        return telling;
    }

    private void RememberInTransaction(DbCommand command)
    {
        if (command.Transaction is not null)
        {
            TenantConnection.Remember(command.Connection!, currentTenant.Id);
        }
    }
}
