using System.Data.Common;
using System.Runtime.CompilerServices;
using Npgsql;

namespace DoubleReductionGov.Platform.RowLevelSecurity;

/// <summary>
/// Tells PostgreSQL whose rows a connection may see, by its setting <c>app.tenant</c>. A new connection sees the host's rows;
/// one of EF Core's pool still those that its predecessor was told of.
/// </summary>
public static class TenantConnection
{
    /// <summary>The tenant that was told within the connection's present transaction. Outside of one nothing is remembered.</summary>
    private static readonly ConditionalWeakTable<DbConnection, Told> Tellings = [];

    /// <summary>
    /// For what speaks to Npgsql itself, such as COPY; what goes through EF Core is told by itself. It holds until the connection is closed,
    /// another tenant is set or the transaction is rolled back. On another product than PostgreSQL nothing happens.
    /// </summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="tenantId">Null: the host.</param>
    /// <param name="cancellationToken">Breaks it off.</param>
    public static async Task SetTenantAsync(DbConnection connection, Guid? tenantId, CancellationToken cancellationToken = default)
    {
        if (connection is not NpgsqlConnection)
        {
            return;
        }

        Forget(connection);
        await using var command = connection.CreateCommand();
        command.CommandText = Statement(tenantId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    internal static string Statement(Guid? tenantId) => $"SET app.tenant = '{tenantId}';";

    internal static bool Knows(DbConnection connection, Guid? tenantId) => Tellings.TryGetValue(connection, out var told) && told.TenantId == tenantId;

    internal static void Remember(DbConnection connection, Guid? tenantId) => Tellings.AddOrUpdate(connection, new Told(tenantId));

    internal static void Forget(DbConnection? connection)
    {
        if (connection is not null)
        {
            Tellings.Remove(connection);
        }
    }

    private sealed record Told(Guid? TenantId);
}
