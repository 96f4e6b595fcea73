using System.Text.Json;
using DoubleReductionGov.Notices.Delivery;
using DoubleReductionGov.Notices.Inbox;
using DoubleReductionGov.Notices.Preferences;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace DoubleReductionGov.Notices;

public static class NoticesTables
{
    private const string Prefix = "Notices";

    public static void ConfigureNotices(this ModelBuilder builder)
    {
        builder.Entity<Notice>(b =>
        {
            b.ToTable(Prefix + "Notices");
            b.ConfigureByConvention();
            b.Property(n => n.Name).HasMaxLength(Notice.NameMaxLength);
            b.Property(n => n.Link).HasMaxLength(Notice.LinkMaxLength);
            IsJson(b.Property(n => n.Values));

            // The inbox, newest first; the id is of version 7 and therefore in the order of time.
            b.HasIndex(n => new { n.TenantId, n.UserId, n.Id });
            b.HasIndex(n => new { n.TenantId, n.UserId }).HasFilter("\"ReadTime\" IS NULL").HasDatabaseName("IX_NoticesNotices_Unread");
            b.HasIndex(n => new { n.TenantId, n.Time });
        });

        builder.Entity<NoticePreference>(b =>
        {
            b.ToTable(Prefix + "Preferences");
            b.ConfigureByConvention();
            IsJson(b.Property(p => p.Channels));
            b.HasIndex(p => new { p.TenantId, p.UserId }).IsUnique();
            b.HasIndex(p => p.UserId).IsUnique();
        });

        builder.Entity<NoticeDelivery>(b =>
        {
            b.ToTable(Prefix + "Deliveries");
            b.ConfigureByConvention();
            b.Property(d => d.Channel).HasMaxLength(NoticeDelivery.ChannelMaxLength);
            b.Property(d => d.LastError).HasMaxLength(NoticeDelivery.LastErrorMaxLength);
            b.HasOne<Notice>().WithMany().HasForeignKey(d => d.NoticeId).OnDelete(DeleteBehavior.Cascade);
            b.HasIndex(d => new { d.TenantId, d.NotBefore });
            b.HasIndex(d => new { d.TenantId, d.UserId, d.Channel });
        });
    }

    private static void IsJson<TValue>(PropertyBuilder<Dictionary<string, TValue>> property) =>
        property.HasConversion(
            values => JsonSerializer.Serialize(values, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<Dictionary<string, TValue>>(text, JsonSerializerOptions.Web)!,
            new ValueComparer<Dictionary<string, TValue>>(
                (left, right) => JsonSerializer.Serialize(left, JsonSerializerOptions.Web) == JsonSerializer.Serialize(right, JsonSerializerOptions.Web),
                values => values.Count,
                values => new Dictionary<string, TValue>(values)));
}
