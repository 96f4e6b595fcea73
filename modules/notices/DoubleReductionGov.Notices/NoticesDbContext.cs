using DoubleReductionGov.Notices.Delivery;
using DoubleReductionGov.Notices.Inbox;
using DoubleReductionGov.Notices.Preferences;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore;

namespace DoubleReductionGov.Notices;

internal sealed class NoticesDbContext(DbContextOptions<NoticesDbContext> options) : AbpDbContext<NoticesDbContext>(options)
{
    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<NoticePreference> Preferences => Set<NoticePreference>();

    public DbSet<NoticeDelivery> Deliveries => Set<NoticeDelivery>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ConfigureNotices();
        base.OnModelCreating(modelBuilder);
    }
}
