using System.Data.Common;

namespace DoubleReductionGov.Host.Operations.Backup;

/// <summary>How many rows each table of a database has.</summary>
internal static class TableCounts
{
    private const string SqliteTables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    private const string PostgresTables = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'";

    public static async Task<SortedDictionary<string, long>> ReadAsync(DbConnection connection, bool isPostgres, CancellationToken cancellationToken)
    {
        var tables = new List<string>();
        await using (var reader = await Command(connection, isPostgres ? PostgresTables : SqliteTables).ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                tables.Add(reader.GetString(0));
            }
        }

        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            await using var count = Command(connection, $"SELECT COUNT(*) FROM \"{table}\"");
            counts[table] = Convert.ToInt64(await count.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
        }

        return counts;
    }

    private static DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql; // table names are the catalogue's own
        return command;
    }
}
