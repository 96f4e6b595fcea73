using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DoubleReductionGov.Platform.Faults;

/// <summary>Tells a database that cannot serve now from a mistake in the program.</summary>
public static class DatabaseFaults
{
    /// <summary>The classes of SQLSTATE: connection lost, resources exhausted (disk full, too many connections), shutting or starting, input and output.</summary>
    private static readonly string[] PostgresClasses = ["08", "53", "57P0", "58"];

    /// <summary>Busy, locked, input and output, full, cannot be opened: https://www.sqlite.org/rescode.html</summary>
    private static readonly int[] SqliteCodes = [5, 6, 10, 13, 14];

    /// <summary>A unique index or a primary key: https://www.sqlite.org/rescode.html#extrc</summary>
    private static readonly int[] SqliteDuplicates = [2067, 1555];

    /// <summary>Whether a row was refused because there is one with the same key.</summary>
    public static bool IsDuplicate(Exception exception) => exception.GetBaseException() switch
    {
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        SqliteException sqlite => SqliteDuplicates.Contains(sqlite.SqliteExtendedErrorCode),
        _ => false,
    };

    /// <summary>Whether somewhere inside the exception lies such a fault.</summary>
    public static bool IsUnavailable(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case PostgresException postgres:
                    return PostgresClasses.Any(c => postgres.SqlState.StartsWith(c, StringComparison.Ordinal));
                case NpgsqlException { InnerException: IOException or SocketException or TimeoutException }:
                    return true;
                case SqliteException sqlite:
                    return SqliteCodes.Contains(sqlite.SqliteErrorCode);
            }
        }

        return false;
    }
}
