using Microsoft.EntityFrameworkCore;
using Volo.Abp.Auditing;
using Volo.Abp.BackgroundJobs.EntityFrameworkCore;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore;

namespace Volo.Abp.BackgroundJobs
{
    /// <summary>A job that waits, or that was given up. A job that was done has no row.</summary>
    public class BackgroundJobRecord : AggregateRoot<Guid>, IHasCreationTime
    {
        protected BackgroundJobRecord() { }

        public BackgroundJobRecord(Guid id) : base(id) { }

        public virtual string JobName { get; set; } = default!;

        /// <summary>JSON.</summary>
        public virtual string JobArgs { get; set; } = default!;

        public virtual short TryCount { get; set; }

        public virtual DateTime CreationTime { get; set; }

        public virtual DateTime NextTryTime { get; set; }

        public virtual DateTime? LastTryTime { get; set; }

        public virtual bool IsAbandoned { get; set; }

        public virtual BackgroundJobPriority Priority { get; set; } = BackgroundJobPriority.Normal;

        internal bool IsDue(DateTime now) => !IsAbandoned && NextTryTime <= now;

        /// <summary>Waits longer after each failure, and is given up when the next try would come too late.</summary>
        internal void Fail(DateTime startedAt, AbpBackgroundJobWorkerOptions options)
        {
            TryCount++;
            LastTryTime = startedAt;
            var wait = TimeSpan.FromSeconds(options.DefaultFirstWaitDuration * Math.Pow(options.DefaultWaitFactor, TryCount - 1));
            if (startedAt + wait - CreationTime > TimeSpan.FromSeconds(options.DefaultTimeout))
            {
                IsAbandoned = true;
            }
            else
            {
                NextTryTime = startedAt + wait;
            }
        }

        internal void Abandon(DateTime startedAt)
        {
            TryCount++;
            LastTryTime = startedAt;
            IsAbandoned = true;
        }
    }
}

namespace Volo.Abp.BackgroundJobs.EntityFrameworkCore
{
    [ConnectionStringName("AbpBackgroundJobs")]
    public class BackgroundJobsDbContext(DbContextOptions<BackgroundJobsDbContext> options) : AbpDbContext<BackgroundJobsDbContext>(options)
    {
        public DbSet<BackgroundJobRecord> BackgroundJobs => Set<BackgroundJobRecord>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.ConfigureBackgroundJobs();
            base.OnModelCreating(modelBuilder);
        }
    }

    public static class BackgroundJobsDbContextModelCreatingExtensions
    {
        private const int MaxJobNameLength = 128;
        private const int MaxJobArgsLength = 1024 * 1024;

        public static void ConfigureBackgroundJobs(this ModelBuilder builder) =>
            builder.Entity<BackgroundJobRecord>(b =>
            {
                b.ToTable("AbpBackgroundJobs");
                b.Property(x => x.JobName).IsRequired().HasMaxLength(MaxJobNameLength);
                b.Property(x => x.JobArgs).IsRequired().HasMaxLength(MaxJobArgsLength);
                b.Property(x => x.TryCount).HasDefaultValue(0);
                b.Property(x => x.IsAbandoned).HasDefaultValue(false);
                b.Property(x => x.Priority).HasSentinel((BackgroundJobPriority)0).HasDefaultValue(BackgroundJobPriority.Normal);
                b.HasIndex(x => new { x.IsAbandoned, x.NextTryTime });
            });
    }
}
