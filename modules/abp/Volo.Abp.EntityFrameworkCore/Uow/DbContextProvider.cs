using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;

namespace Volo.Abp.EntityFrameworkCore
{
    public interface IDbContextProvider<TDbContext> where TDbContext : IEfCoreDbContext
    {
        Task<TDbContext> GetDbContextAsync();
    }
}

namespace Volo.Abp.Uow.EntityFrameworkCore
{
    public class EfCoreDatabaseApi(IEfCoreDbContext dbContext) : IDatabaseApi, ISupportsSavingChanges
    {
        public IEfCoreDbContext DbContext { get; } = dbContext;

        public Task SaveChangesAsync(CancellationToken cancellationToken = default) => DbContext.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The transaction of one connection string; contexts that join later share its connection.</summary>
    public class EfCoreTransactionApi(IDbContextTransaction dbContextTransaction, IEfCoreDbContext starterDbContext) : ITransactionApi, ISupportsRollback
    {
        public IDbContextTransaction DbContextTransaction { get; } = dbContextTransaction;

        public IEfCoreDbContext StarterDbContext { get; } = starterDbContext;

        internal static string KeyOf(string connectionString) => "EntityFrameworkCore_" + connectionString;

        internal static EfCoreTransactionApi? Find(IUnitOfWork? unitOfWork, string connectionString) =>
            unitOfWork?.FindTransactionApi(KeyOf(connectionString)) as EfCoreTransactionApi;

        public Task CommitAsync(CancellationToken cancellationToken = default) => DbContextTransaction.CommitAsync(cancellationToken);

        public Task RollbackAsync(CancellationToken cancellationToken = default) => DbContextTransaction.RollbackAsync(cancellationToken);

        public void Dispose()
        {
            DbContextTransaction.Dispose();
            GC.SuppressFinalize(this);
        }
    }

    /// <summary>One context per unit of work, context type and connection string.</summary>
    internal sealed class UnitOfWorkDbContextProvider<TDbContext>(IUnitOfWorkManager unitOfWorkManager, IConnectionStringResolver connectionStringResolver)
        : IDbContextProvider<TDbContext>
        where TDbContext : DbContext, IEfCoreDbContext
    {
        private static readonly string ConnectionStringName = ConnectionStringNameAttribute.GetConnStringName(typeof(TDbContext));

        public async Task<TDbContext> GetDbContextAsync()
        {
            var unitOfWork = unitOfWorkManager.Current ?? throw new AbpException("A DbContext can only be created inside a unit of work!");
            var connectionString = await connectionStringResolver.ResolveAsync(ConnectionStringName);
            var key = $"{typeof(TDbContext).FullName}_{connectionString}";
            if (unitOfWork.FindDatabaseApi(key) is EfCoreDatabaseApi existing)
            {
                return (TDbContext)existing.DbContext;
            }

            var dbContext = await CreateAsync(unitOfWork, connectionString);
            unitOfWork.AddDatabaseApi(key, new EfCoreDatabaseApi(dbContext));
            return dbContext;
        }

        private static async Task<TDbContext> CreateAsync(IUnitOfWork unitOfWork, string connectionString)
        {
            var creation = new DbContextCreationContext(connectionString);
            var transaction = EfCoreTransactionApi.Find(unitOfWork, connectionString);
            creation.ExistingConnection = ((DbContext?)transaction?.StarterDbContext)?.Database.GetDbConnection();

            using (DbContextCreationContext.Use(creation))
            {
                var dbContext = unitOfWork.ServiceProvider.GetRequiredService<TDbContext>();

                // At once, the children of a root that is only marked as deleted would really go.
                dbContext.ChangeTracker.CascadeDeleteTiming = CascadeTiming.OnSaveChanges;

                // A failed save ends the unit of work; a savepoint before each save would cost two round trips for nothing.
                dbContext.Database.AutoSavepointsEnabled = false;
                if (unitOfWork.Options.Timeout is { } milliseconds)
                {
                    dbContext.Database.SetCommandTimeout(TimeSpan.FromMilliseconds(milliseconds));
                }

                if (!unitOfWork.Options.IsTransactional)
                {
                    return dbContext;
                }

                if (transaction is not null)
                {
                    await dbContext.Database.UseTransactionAsync(transaction.DbContextTransaction.GetDbTransaction());
                    return dbContext;
                }

                var begun = unitOfWork.Options.IsolationLevel is { } level
                    ? await dbContext.Database.BeginTransactionAsync(level)
                    : await dbContext.Database.BeginTransactionAsync();
                unitOfWork.AddTransactionApi(EfCoreTransactionApi.KeyOf(connectionString), new EfCoreTransactionApi(begun, dbContext));
                return dbContext;
            }
        }
    }
}
