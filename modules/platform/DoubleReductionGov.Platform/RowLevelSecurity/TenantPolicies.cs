using Npgsql;

namespace DoubleReductionGov.Platform.RowLevelSecurity;

/// <summary>
/// The second wall between tenants, in PostgreSQL itself: each table with a column <c>TenantId</c> shows and takes only rows of the tenant
/// that the connection names. The one exception is the host's own register of tenants, known by its reference to <c>AbpTenants</c>.
/// </summary>
public static class TenantPolicies
{
    private const string PolicyName = "tenant";

    /// <summary>In a sub-select, the setting is read once for a query and not once for a row.</summary>
    private const string OwnRows = """("TenantId" IS NOT DISTINCT FROM (SELECT nullif(current_setting('app.tenant', true), '')::uuid))""";

    private const string TablesOfTenants = """
        FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'TenantId' AND NOT a.attisdropped
        WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
          AND NOT EXISTS (
            SELECT 1 FROM pg_constraint k
            WHERE k.conrelid = c.oid AND k.contype = 'f' AND a.attnum = ANY (k.conkey) AND k.confrelid = to_regclass('"AbpTenants"'))
        """;

    /// <summary>Forced, and with this one policy: a second one, or one for some commands or roles only, would be a gap.</summary>
    private const string IsProtected = """
        (c.relrowsecurity AND c.relforcerowsecurity AND (
          SELECT count(*) = 1 AND bool_and(
            p.polname = 'tenant' AND p.polpermissive AND p.polcmd = '*' AND p.polroles = '{0}'
            AND pg_get_expr(p.polqual, p.polrelid) LIKE '%DISTINCT FROM%app.tenant%'
            AND pg_get_expr(p.polqual, p.polrelid) = pg_get_expr(p.polwithcheck, p.polrelid))
          FROM pg_policy p WHERE p.polrelid = c.oid))
        """;

    /// <summary>The names of all tables that the wall must protect.</summary>
    public static Task<IReadOnlyList<string>> FindTablesAsync(NpgsqlConnection connection, CancellationToken cancellationToken = default) =>
        ReadNamesAsync(connection, $"SELECT c.relname {TablesOfTenants} ORDER BY 1", cancellationToken);

    /// <summary>The names of the tables that it should protect and does not.</summary>
    public static Task<IReadOnlyList<string>> FindUnprotectedAsync(NpgsqlConnection connection, CancellationToken cancellationToken = default) =>
        ReadNamesAsync(connection, $"SELECT c.relname {TablesOfTenants} AND NOT {IsProtected} ORDER BY 1", cancellationToken);

    /// <summary>Protects what is not protected yet, all or nothing; returns the tables. Must be done by the owner of the tables.</summary>
    public static async Task<IReadOnlyList<string>> ApplyAsync(NpgsqlConnection connection, CancellationToken cancellationToken = default)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var tables = await FindUnprotectedAsync(connection, cancellationToken);
        foreach (var table in tables)
        {
            foreach (var policy in await ReadNamesAsync(connection, $"SELECT polname FROM pg_policy WHERE polrelid = '\"{table}\"'::regclass", cancellationToken))
            {
                await ExecuteAsync(connection, $"""DROP POLICY "{policy}" ON "{table}" """, cancellationToken);
            }

            await ExecuteAsync(connection, $"""CREATE POLICY {PolicyName} ON "{table}" USING {OwnRows} WITH CHECK {OwnRows}""", cancellationToken);
            await ExecuteAsync(connection, $"""ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY""", cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return tables;
    }

    /// <summary>
    /// Lets the owner see every row again, for migrations that change data; other roles stay behind the wall. <see cref="ApplyAsync"/> forces it anew.
    /// </summary>
    public static async Task LiftForOwnerAsync(NpgsqlConnection connection, CancellationToken cancellationToken = default)
    {
        foreach (var table in await ReadNamesAsync(connection, $"SELECT c.relname {TablesOfTenants} AND c.relforcerowsecurity", cancellationToken))
        {
            await ExecuteAsync(connection, $"""ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY""", cancellationToken);
        }
    }

    /// <summary>Whether the connection's role passes through the wall: a superuser, or a role with BYPASSRLS.</summary>
    public static async Task<bool> IsBypassedAsync(NpgsqlConnection connection, CancellationToken cancellationToken = default)
    {
        await using var command = new NpgsqlCommand("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<IReadOnlyList<string>> ReadNamesAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
