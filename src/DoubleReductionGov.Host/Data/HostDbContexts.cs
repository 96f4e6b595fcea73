using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DoubleReductionGov.Host.Data;

/// <summary>Creates the migration context of a database.</summary>
internal static class HostDbContexts
{
    public static HostDbContext Create(string connectionString) =>
        DatabaseProvider.IsPostgres(connectionString)
            ? new PostgresHostDbContext(new DbContextOptionsBuilder<PostgresHostDbContext>().UseNpgsql(connectionString).Options)
            : new SqliteHostDbContext(new DbContextOptionsBuilder<SqliteHostDbContext>().UseSqlite(connectionString).Options);
}

/// <summary>For the migrations tool (etc/migrations).</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteHostDbContext>
{
    public SqliteHostDbContext CreateDbContext(string[] args) => (SqliteHostDbContext)HostDbContexts.Create("Data Source=design.db");
}

/// <summary>For the migrations tool (etc/migrations).</summary>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresHostDbContext>
{
    public PostgresHostDbContext CreateDbContext(string[] args) => (PostgresHostDbContext)HostDbContexts.Create("Host=localhost;Database=design");
}
