using Microsoft.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore;

namespace DoubleReductionGov.Platform.Idempotency;

public static class IdempotencyTables
{
    /// <summary>The answers of requests that carried an Idempotency-Key.</summary>
    public static void ConfigureIdempotency(this ModelBuilder builder) =>
        builder.Entity<IdempotencyKey>(b =>
        {
            b.ToTable("IdempotencyKeys");
            b.Property(x => x.Caller).HasMaxLength(IdempotencyKey.CallerMaxLength);
            b.Property(x => x.Key).HasMaxLength(IdempotencyKey.KeyMaxLength);
            b.Property(x => x.Request).HasMaxLength(IdempotencyKey.RequestMaxLength);
            b.Property(x => x.BodyHash).HasMaxLength(64);
            b.Property(x => x.ContentType).HasMaxLength(IdempotencyKey.ContentTypeMaxLength);
            b.HasIndex(x => new { x.TenantId, x.Caller, x.Key }).IsUnique();

            // A unique index takes every null for another value; the city's callers have no tenant and need their own.
            b.HasIndex(x => new { x.Caller, x.Key }).IsUnique().HasFilter("\"TenantId\" IS NULL");
            b.HasIndex(x => new { x.TenantId, x.CreationTime });
        });
}

internal sealed class IdempotencyDbContext(DbContextOptions<IdempotencyDbContext> options) : AbpDbContext<IdempotencyDbContext>(options)
{
    public DbSet<IdempotencyKey> Keys => Set<IdempotencyKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ConfigureIdempotency();
    }
}
