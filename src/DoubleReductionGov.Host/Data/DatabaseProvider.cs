using System.Data.Common;
using DoubleReductionGov.Platform.RowLevelSecurity;
using Microsoft.Data.Sqlite;
using Npgsql;
using Volo.Abp.EntityFrameworkCore;

namespace DoubleReductionGov.Host.Data;

/// <summary>SQLite or PostgreSQL: the connection string tells.</summary>
internal static class DatabaseProvider
{
    public static bool IsPostgres(string connectionString) =>
        connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase) || connectionString.Contains("Server=", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The pool of EF Core's connections to PostgreSQL. Each command names its tenant and nothing else is left behind: queries that come again are
    /// prepared, and no connection is wiped when it changes hands. What the operator says in the connection string comes later and wins.
    /// </summary>
    public static string ForQueries(string connectionString) => "Max Auto Prepare=100;No Reset On Close=true;" + connectionString;

    public static void Configure(AbpDbContextConfigurationContext context)
    {
        if (IsPostgres(context.ConnectionString))
        {
            new AbpDbContextConfigurationContext(
                ForQueries(context.ConnectionString), context.ServiceProvider, context.ExistingConnection, context.DbContextOptions).UseNpgsql();
            context.DbContextOptions.UseRowLevelSecurity(context.ServiceProvider);
        }
        else
        {
            context.UseSqlite();
        }

        context.DbContextOptions.UseTenantCheck(context.ServiceProvider);
    }

    public static DbConnection Connect(string connectionString) => IsPostgres(connectionString) ? new NpgsqlConnection(connectionString) : new SqliteConnection(connectionString);

    public static string FileOf(string connectionString) => new SqliteConnectionStringBuilder(connectionString).DataSource;

    /// <summary>SQLite creates a file but not the folder in which it shall lie.</summary>
    public static void EnsureFolder(string connectionString)
    {
        if (Path.GetDirectoryName(FileOf(connectionString)) is { Length: > 0 } folder)
        {
            System.IO.Directory.CreateDirectory(folder);
        }
    }
}
