using Microsoft.EntityFrameworkCore;

namespace Volo.Abp.Identity.EntityFrameworkCore;

internal static class SignInTables
{
    public static void ConfigureSignIn(this ModelBuilder builder)
    {
        builder.Entity<IdentityUserLogin>(b =>
        {
            b.ToTable("AbpUserLogins");
            b.HasKey(x => new { x.UserId, x.LoginProvider });
            b.Property(x => x.LoginProvider).HasMaxLength(64);
            b.Property(x => x.ProviderKey).HasMaxLength(196);
            b.Property(x => x.ProviderDisplayName).HasMaxLength(128);
            b.HasOne<IdentityUser>().WithMany(u => u.Logins).HasForeignKey(x => x.UserId).IsRequired();
            b.HasIndex(x => new { x.TenantId, x.LoginProvider, x.ProviderKey });
        });
        builder.Entity<IdentitySession>(b =>
        {
            b.ToTable("AbpSessions");
            b.Property(x => x.SessionId).HasMaxLength(128);
            b.Property(x => x.Device).HasMaxLength(64);
            b.Property(x => x.DeviceInfo).HasMaxLength(256);
            b.Property(x => x.ClientId).HasMaxLength(64);
            b.Property(x => x.IpAddresses).HasMaxLength(2048);
            b.HasIndex(x => x.SessionId);
            b.HasIndex(x => new { x.TenantId, x.UserId });
            b.HasIndex(x => new { x.TenantId, x.LastAccessed });
        });
        builder.Entity<IdentitySecurityLog>(b =>
        {
            b.ToTable("AbpSecurityLogs");
            b.Property(x => x.Identity).HasMaxLength(96);
            b.Property(x => x.Action).HasMaxLength(96);
            b.Property(x => x.UserName).HasMaxLength(256);
            b.Property(x => x.ClientId).HasMaxLength(64);
            b.Property(x => x.CorrelationId).HasMaxLength(64);
            b.Property(x => x.ClientIpAddress).HasMaxLength(64);
            b.Property(x => x.BrowserInfo).HasMaxLength(512);
            b.HasIndex(x => new { x.TenantId, x.CreationTime });
            b.HasIndex(x => new { x.TenantId, x.UserId, x.CreationTime });
        });
    }
}
