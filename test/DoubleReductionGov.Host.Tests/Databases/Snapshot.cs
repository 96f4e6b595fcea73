using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;

namespace DoubleReductionGov.Host.Databases;

/// <summary>What a database held at a moment, row by row. Says which rows differ, not only that some do.</summary>
public sealed class Snapshot
{
    /// <summary>What was tried is recorded, also when it was refused, and a session's last use too.</summary>
    private static readonly string[] Records =
        ["AbpSecurityLogs", "AbpSessions", "AbpAuditLogs", "AbpAuditLogActions", "AbpEntityChanges", "AbpEntityPropertyChanges"];

    private readonly List<(string Table, Guid? TenantId, string Text)> _rows;

    private Snapshot(List<(string Table, Guid? TenantId, string Text)> rows) => _rows = rows;

    /// <summary>The rows of one county, or with null those of the city.</summary>
    public Snapshot Of(Guid? tenantId) => new(_rows.FindAll(row => row.TenantId == tenantId));

    public Snapshot Without(string table) => new(_rows.FindAll(row => row.Table != table));

    public void ShouldBeEmpty() => _rows.Select(row => $"{row.Table}: {row.Text}").ShouldBeEmpty();

    public bool Mentions(string text) => _rows.Exists(row => row.Text.Contains(text, StringComparison.OrdinalIgnoreCase));

    public void ShouldBeAsIn(Snapshot before)
    {
        var then = before._rows.Select(Line).ToHashSet();
        var now = _rows.Select(Line).ToHashSet();
        var changes = now.Except(then).Select(line => "+ " + line).Concat(then.Except(now).Select(line => "- " + line)).ToList();
        changes.ShouldBeEmpty("Nothing may have changed in the database.");

        static string Line((string Table, Guid? TenantId, string Text) row) => $"{row.Table}: {row.Text}";
    }

    internal static async Task<Snapshot> TakeAsync(DbConnection connection, string tableNames)
    {
        var tables = new List<string>();
        await ReadAsync(connection, tableNames, reader => tables.Add(reader.GetString(0)));
        var rows = new List<(string, Guid?, string)>();
        foreach (var table in tables.Where(t => !Records.Contains(t)))
        {
            await ReadAsync(connection, $"""SELECT * FROM "{table}" """, reader => rows.Add((table, TenantOf(reader), TextOf(reader))));
        }

        return new Snapshot(rows);
    }

    private static async Task ReadAsync(DbConnection connection, string sql, Action<DbDataReader> read)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            read(reader);
        }
    }

    private static Guid? TenantOf(DbDataReader reader)
    {
        var column = Enumerable.Range(0, reader.FieldCount).FirstOrDefault(i => reader.GetName(i) == "TenantId", -1);
        return column < 0 || reader.IsDBNull(column) ? null : reader.GetGuid(column);
    }

    private static string TextOf(DbDataReader reader) =>
        string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetName(i)}={TextOf(reader.GetValue(i))}"));

    private static string TextOf(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(SHA256.HashData(bytes)),
        Array items => string.Join(", ", items.Cast<object>()),
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
