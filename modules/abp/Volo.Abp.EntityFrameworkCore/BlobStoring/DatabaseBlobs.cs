using Microsoft.EntityFrameworkCore;
using Volo.Abp.BlobStoring.Database.EntityFrameworkCore;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.BlobStoring.Database
{
    public class DatabaseBlobContainer : AggregateRoot<Guid>, IMultiTenant
    {
        protected DatabaseBlobContainer() { }

        public DatabaseBlobContainer(Guid id, string name, Guid? tenantId = null) : base(id)
        {
            Name = Check.NotNullOrWhiteSpace(name, nameof(name));
            TenantId = tenantId;
        }

        public virtual Guid? TenantId { get; protected set; }

        public virtual string Name { get; protected set; } = default!;
    }

    /// <summary>A file as a row. Its content is in memory while it is read or written.</summary>
    public class DatabaseBlob : AggregateRoot<Guid>, IMultiTenant
    {
        protected DatabaseBlob() { }

        public DatabaseBlob(Guid id, Guid containerId, string name, byte[] content, Guid? tenantId = null) : base(id)
        {
            ContainerId = containerId;
            Name = Check.NotNullOrWhiteSpace(name, nameof(name));
            Content = content;
            TenantId = tenantId;
        }

        public virtual Guid ContainerId { get; protected set; }

        public virtual Guid? TenantId { get; protected set; }

        public virtual string Name { get; protected set; } = default!;

        public virtual byte[] Content { get; protected set; } = default!;

        public virtual void SetContent(byte[] content) => Content = Check.NotNull(content, nameof(content));
    }

    public static class DatabaseBlobContainerConfigurationExtensions
    {
        public static BlobContainerConfiguration UseDatabase(this BlobContainerConfiguration containerConfiguration)
        {
            containerConfiguration.ProviderType = typeof(DatabaseBlobProvider);
            return containerConfiguration;
        }
    }
}

namespace Volo.Abp.BlobStoring.Database.EntityFrameworkCore
{
    [ConnectionStringName("AbpBlobStoring")]
    public class BlobStoringDbContext(DbContextOptions<BlobStoringDbContext> options) : AbpDbContext<BlobStoringDbContext>(options)
    {
        public DbSet<DatabaseBlobContainer> BlobContainers => Set<DatabaseBlobContainer>();

        public DbSet<DatabaseBlob> Blobs => Set<DatabaseBlob>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.ConfigureBlobStoring();
            base.OnModelCreating(modelBuilder);
        }
    }

    public static class BlobStoringDbContextModelCreatingExtensions
    {
        private const int MaxContainerNameLength = 128;
        private const int MaxBlobNameLength = 256;

        public static void ConfigureBlobStoring(this ModelBuilder builder)
        {
            builder.Entity<DatabaseBlobContainer>(b =>
            {
                b.ToTable("AbpBlobContainers");
                b.Property(x => x.Name).IsRequired().HasMaxLength(MaxContainerNameLength);
                b.HasIndex(x => new { x.TenantId, x.Name });
            });
            builder.Entity<DatabaseBlob>(b =>
            {
                b.ToTable("AbpBlobs");
                b.Property(x => x.Name).IsRequired().HasMaxLength(MaxBlobNameLength);
                b.HasOne<DatabaseBlobContainer>().WithMany().HasForeignKey(x => x.ContainerId).IsRequired();
                b.HasIndex(x => new { x.TenantId, x.ContainerId, x.Name });
                b.HasIndex(x => new { x.ContainerId, x.Name }).IsUnique();
            });
        }
    }
}
