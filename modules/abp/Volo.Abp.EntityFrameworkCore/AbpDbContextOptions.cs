using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.EntityFrameworkCore;

/// <summary>What a provider needs to set up the options of a context that is about to be created.</summary>
public class AbpDbContextConfigurationContext(string connectionString, IServiceProvider serviceProvider, DbConnection? existingConnection, DbContextOptionsBuilder dbContextOptions)
{
    public IServiceProvider ServiceProvider { get; } = serviceProvider;

    public string ConnectionString { get; } = connectionString;

    public DbConnection? ExistingConnection { get; } = existingConnection;

    public DbContextOptionsBuilder DbContextOptions { get; } = dbContextOptions;
}

public class AbpDbContextOptions
{
    internal Action<AbpDbContextConfigurationContext>? DefaultConfigureAction { get; private set; }

    public void Configure(Action<AbpDbContextConfigurationContext> action) => DefaultConfigureAction = action;
}

public static class AbpDbContextOptionsProviderExtensions
{
    public static void UseSqlite(this AbpDbContextOptions options) => options.Configure(context => context.UseSqlite());

    public static void UseNpgsql(this AbpDbContextOptions options) => options.Configure(context => context.UseNpgsql());

    public static DbContextOptionsBuilder UseSqlite(this AbpDbContextConfigurationContext context, Action<SqliteDbContextOptionsBuilder>? sqliteOptionsAction = null) =>
        context.ExistingConnection is { } connection
            ? context.DbContextOptions.UseSqlite(connection, o => Split(o, sqliteOptionsAction))
            : context.DbContextOptions.UseSqlite(context.ConnectionString, o => Split(o, sqliteOptionsAction));

    public static DbContextOptionsBuilder UseNpgsql(
        this AbpDbContextConfigurationContext context, Action<Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.NpgsqlDbContextOptionsBuilder>? npgsqlOptionsAction = null) =>
        context.ExistingConnection is { } connection
            ? context.DbContextOptions.UseNpgsql(connection, o => Split(o, npgsqlOptionsAction))
            : context.DbContextOptions.UseNpgsql(context.ConnectionString, o => Split(o, npgsqlOptionsAction));

    // Several collections of one aggregate in a single join would multiply its rows.
    private static void Split<TBuilder>(TBuilder builder, Action<TBuilder>? action)
    {
        switch (builder)
        {
            case SqliteDbContextOptionsBuilder sqlite: sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery); break;
            case Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.NpgsqlDbContextOptionsBuilder npgsql: npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery); break;
        }

        action?.Invoke(builder);
    }
}

/// <summary>The connection that the context being created shall use.</summary>
internal sealed class DbContextCreationContext(string connectionString)
{
    private static readonly AsyncLocal<DbContextCreationContext?> CurrentLocal = new();

    public static DbContextCreationContext Current =>
        CurrentLocal.Value ?? throw new AbpException("A DbContext can only be created inside a unit of work!");

    public string ConnectionString { get; } = connectionString;

    public DbConnection? ExistingConnection { get; set; }

    public static IDisposable Use(DbContextCreationContext context)
    {
        var previous = CurrentLocal.Value;
        CurrentLocal.Value = context;
        return new DisposeAction(() => CurrentLocal.Value = previous);
    }
}

/// <summary>
/// Makes contexts, and uses them again: to set one up costs more than a small query. One that shares a connection is made for its
/// unit of work alone, for it could not give the connection back.
/// </summary>
internal sealed class DbContextSource<TDbContext>(DbContextOptionsFactory<TDbContext> options)
    where TDbContext : AbpDbContext<TDbContext>
{
    private const int KeptContexts = 128;

    private static readonly Func<IServiceProvider, object> New = PropertyInjection.FactoryFor(typeof(TDbContext))!;

    /// <summary>EF Core can only use again what is made of options alone.</summary>
    private static readonly bool IsReusable = typeof(TDbContext).GetConstructors() is [var constructor] && constructor.GetParameters().Length == 1;

    private readonly ConcurrentDictionary<string, PooledDbContextFactory<TDbContext>> _byConnectionString = new();

    public TDbContext Create(IServiceProvider serviceProvider)
    {
        var creation = DbContextCreationContext.Current;
        if (!IsReusable || creation.ExistingConnection is not null)
        {
            return (TDbContext)New(serviceProvider);
        }

        var context = _byConnectionString.GetOrAdd(creation.ConnectionString, _ => new PooledDbContextFactory<TDbContext>(options.Create(), KeptContexts)).CreateDbContext();
        context.LazyServiceProvider = new AbpLazyServiceProvider(serviceProvider);
        return context;
    }
}

/// <summary>Builds the options of a context once per connection string; a shared connection needs its own.</summary>
internal sealed class DbContextOptionsFactory<TDbContext>(
    IServiceProvider serviceProvider, Microsoft.Extensions.Options.IOptions<AbpDbContextOptions> options, ILoggerFactory loggerFactory)
    where TDbContext : DbContext
{
    private readonly ConcurrentDictionary<string, DbContextOptions<TDbContext>> _byConnectionString = new();

    public DbContextOptions<TDbContext> Create()
    {
        var creation = DbContextCreationContext.Current;
        return creation.ExistingConnection is { } connection
            ? Build(creation.ConnectionString, connection)
            : _byConnectionString.GetOrAdd(creation.ConnectionString, connectionString => Build(connectionString, null));
    }

    private DbContextOptions<TDbContext> Build(string connectionString, DbConnection? existingConnection)
    {
        var builder = new DbContextOptionsBuilder<TDbContext>().UseLoggerFactory(loggerFactory);
        var configure = options.Value.DefaultConfigureAction
            ?? throw new AbpException($"No configuration found for {typeof(TDbContext).AssemblyQualifiedName}! Use services.Configure<AbpDbContextOptions>(...) to configure it.");
        configure(new AbpDbContextConfigurationContext(connectionString, serviceProvider, existingConnection, builder));
        return builder.Options;
    }
}
