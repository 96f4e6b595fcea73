using DoubleReductionGov.Administration;
using DoubleReductionGov.Directory;
using DoubleReductionGov.Notices;
using DoubleReductionGov.Host.Cluster;
using DoubleReductionGov.Platform.Cluster;
using DoubleReductionGov.Platform.Idempotency;
using DoubleReductionGov.Programme;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.BackgroundJobs.EntityFrameworkCore;
using Volo.Abp.BlobStoring.Database.EntityFrameworkCore;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore.DistributedEvents;
using Volo.Abp.EntityFrameworkCore.Modeling;
using Volo.Abp.Identity.EntityFrameworkCore;

namespace DoubleReductionGov.Host.Data;

/// <summary>
/// Every module's tables in one model, for migrations alone; at run time each module has its own context. A migration belongs to
/// one database product, so each has a context and a folder of its own.
/// </summary>
public abstract class HostDbContext(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ConfigureIdentity();
        modelBuilder.ConfigureEventOutbox();
        modelBuilder.ConfigureEventInbox();
        modelBuilder.ConfigureBackgroundJobs();
        modelBuilder.ConfigureBlobStoring();
        modelBuilder.ConfigureCluster();
        modelBuilder.ConfigureDataProtectionKeys();
        modelBuilder.ConfigureIdempotency();
        modelBuilder.ConfigureAdministration();
        modelBuilder.ConfigureDirectory();
        modelBuilder.ConfigureNotices();
        modelBuilder.ConfigureProgramme();
        foreach (var entityType in modelBuilder.Model.GetEntityTypes().Where(type => !type.IsOwned() && typeof(IEntity).IsAssignableFrom(type.ClrType)).ToList())
        {
            modelBuilder.Entity(entityType.ClrType).ConfigureByConvention();
        }
    }
}

public sealed class SqliteHostDbContext(DbContextOptions<SqliteHostDbContext> options) : HostDbContext(options);

public sealed class PostgresHostDbContext(DbContextOptions<PostgresHostDbContext> options) : HostDbContext(options);
