using Microsoft.Data.Sqlite;
using Volo.Abp.EntityFrameworkCore;

namespace DoubleReductionGov.Host.Data;

/// <summary>SQLite or PostgreSQL: the connection string tells.</summary>
internal static class DatabaseProvider
{
    public static bool IsPostgres(string connectionString) =>
        connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase) || connectionString.Contains("Server=", StringComparison.OrdinalIgnoreCase);

    public static void Configure(AbpDbContextConfigurationContext context)
    {
        if (IsPostgres(context.ConnectionString))
        {
            context.UseNpgsql();
        }
        else
        {
            context.UseSqlite();
        }
    }

    /// <summary>SQLite creates a file but not the folder in which it shall lie.</summary>
    public static void EnsureFolder(string connectionString)
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder)
        {
            System.IO.Directory.CreateDirectory(folder);
        }
    }
}
