using Microsoft.EntityFrameworkCore;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.DistributedEvents;

namespace DoubleReductionGov.Abp.Tests.Samples;

public sealed class LibraryDbContext(DbContextOptions<LibraryDbContext> options) : AbpDbContext<LibraryDbContext>(options), IHasEventOutbox, IHasEventInbox
{
    public DbSet<Book> Books => Set<Book>();

    public DbSet<Chapter> Chapters => Set<Chapter>();

    public DbSet<Publisher> Publishers => Set<Publisher>();

    public DbSet<Note> Notes => Set<Note>();

    public DbSet<OutgoingEventRecord> OutgoingEvents { get; set; } = null!;

    public DbSet<IncomingEventRecord> IncomingEvents { get; set; } = null!;

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        LazyServiceProvider.LazyGetRequiredService<Librarian>().BeforeSaving();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Book>().HasMany(b => b.Chapters).WithOne().HasForeignKey(c => c.BookId).OnDelete(DeleteBehavior.Cascade);
        modelBuilder.ConfigureEventOutbox();
        modelBuilder.ConfigureEventInbox();
    }
}

/// <summary>A test may ask it to fail, a few times, where a database would.</summary>
public sealed class Librarian : ISingletonDependency
{
    public int Refusals { get; set; }

    public void BeforeSaving()
    {
        if (Refusals > 0)
        {
            Refusals--;
            throw new TimeoutException("The library is closed.");
        }
    }
}

[ConnectionStringName("Warehouse")]
public sealed class WarehouseDbContext(DbContextOptions<WarehouseDbContext> options) : AbpDbContext<WarehouseDbContext>(options)
{
    public DbSet<Pallet> Pallets => Set<Pallet>();
}
