using System.Collections.Concurrent;
using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Volo.Abp.Data;
using Volo.Abp.Uow;
using Volo.Abp.Uow.EntityFrameworkCore;

namespace Volo.Abp.EntityFrameworkCore;

/// <summary>
/// Inserts rows that are never changed: without tracking, those of one table in one statement, and by whichever context holds the unit of
/// work's transaction. A record of each request is written; tracked, in a context of its own, it cost more than what it told of.
/// </summary>
/// <typeparam name="TDbContext">Its model tells tables and columns.</typeparam>
internal sealed class RowInsertion<TDbContext>(
    IDbContextProvider<TDbContext> dbContextProvider, IUnitOfWorkManager unitOfWorkManager, IConnectionStringResolver connectionStringResolver)
    where TDbContext : AbpDbContext<TDbContext>
{
    /// <summary>Well below what SQLite (32,766) and PostgreSQL (65,535) take in one statement.</summary>
    private const int MaxParameters = 2_000;

    private static readonly string ConnectionStringName = ConnectionStringNameAttribute.GetConnStringName(typeof(TDbContext));

    /// <summary>By the name of the database's provider, which decides on the types of columns.</summary>
    private static readonly ConcurrentDictionary<string, IModel> Models = new();

    /// <param name="rows">Those of a table one after another, parents before children; complete, for no key is made and no concept applied.</param>
    public async Task InsertAsync(IEnumerable<object> rows)
    {
        var (database, model) = await OpenAsync();
        await using var parameterSource = database.GetDbConnection().CreateCommand();
        var command = new InsertCommand(model, parameterSource);
        foreach (var row in rows)
        {
            command.Add(row);
            if (command.Parameters.Count > MaxParameters)
            {
                await database.ExecuteSqlRawAsync(command.Sql, command.Parameters);
                command = new InsertCommand(model, parameterSource);
            }
        }

        if (command.Parameters.Count > 0)
        {
            await database.ExecuteSqlRawAsync(command.Sql, command.Parameters);
        }
    }

    private async Task<(DatabaseFacade Database, IModel Model)> OpenAsync()
    {
        var connectionString = await connectionStringResolver.ResolveAsync(ConnectionStringName);
        if (EfCoreTransactionApi.Find(unitOfWorkManager.Current, connectionString) is { StarterDbContext: DbContext { Database: var database } }
            && Models.TryGetValue(database.ProviderName!, out var model))
        {
            return (database, model);
        }

        var context = await dbContextProvider.GetDbContextAsync();
        return (context.Database, Models.GetOrAdd(context.Database.ProviderName!, context.Model));
    }

    private sealed class InsertCommand(IModel model, DbCommand parameterSource)
    {
        private readonly StringBuilder _sql = new();
        private IEntityType? _table;
        private List<IProperty> _columns = [];

        public List<object> Parameters { get; } = [];

        public string Sql => _sql.Append(';').ToString();

        public void Add(object row)
        {
            var table = model.FindEntityType(row.GetType())!;
            if (table != _table)
            {
                Begin(table);
            }
            else
            {
                _sql.Append(',');
            }

            _sql.Append('(');
            for (var i = 0; i < _columns.Count; i++)
            {
                var column = _columns[i];
                var name = $"@p{Parameters.Count}";
                _sql.Append(i == 0 ? "" : ",").Append(name);
                Parameters.Add(column.GetRelationalTypeMapping().CreateParameter(
                    parameterSource, name, column.GetGetter().GetClrValue(row), column.IsNullable));
            }

            _sql.Append(')');
        }

        private void Begin(IEntityType table)
        {
            _sql.Append(_table is null ? "" : ";");
            _table = table;
            _columns = [.. table.GetProperties()];
            _sql.Append("INSERT INTO \"").Append(table.GetTableName()).Append("\"(")
                .AppendJoin(',', _columns.Select(column => $"\"{column.GetColumnName()}\"")).Append(")VALUES");
        }
    }
}
