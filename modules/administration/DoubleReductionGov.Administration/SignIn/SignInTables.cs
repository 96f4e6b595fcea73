using DoubleReductionGov.Administration.Clients;
using DoubleReductionGov.Administration.SecondFactor;
using DoubleReductionGov.Administration.Security;
using DoubleReductionGov.Administration.Tokens;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace DoubleReductionGov.Administration.SignIn;

internal static class SignInTables
{
    private const int HashLength = 64;

    public static void Configure(ModelBuilder builder)
    {
        ConfigureProofs(builder);
        ConfigureTokens(builder);
        ConfigureClients(builder);
    }

    private static void ConfigureProofs(ModelBuilder builder)
    {
        builder.Entity<UserSecondFactor>(b =>
        {
            b.ToTable(AdministrationTables.Prefix + "SecondFactors");
            b.ConfigureByConvention();
            b.Property(f => f.ProtectedSecret).HasMaxLength(1024);
            b.Property(f => f.RecoveryCodeHashes).HasMaxLength(UserSecondFactor.RecoveryCodeCount * (HashLength + 1));
            b.HasIndex(f => new { f.TenantId, f.UserId });
            b.HasIndex(f => f.UserId).IsUnique();
        });
        builder.Entity<PastPassword>(b =>
        {
            b.ToTable(AdministrationTables.Prefix + "PastPasswords");
            b.ConfigureByConvention();
            b.Property(p => p.Hash).HasMaxLength(256);
            b.HasIndex(p => new { p.TenantId, p.UserId, p.EndedAt });
        });
    }

    private static void ConfigureTokens(ModelBuilder builder) =>
        builder.Entity<AccessToken>(b =>
        {
            b.ToTable(AdministrationTables.Prefix + "AccessTokens");
            b.ConfigureByConvention();
            b.Property(t => t.ClientId).HasMaxLength(ApiClient.ClientIdMaxLength);
            b.Property(t => t.Name).HasMaxLength(AccessToken.NameMaxLength);
            b.Property(t => t.Prefix).HasMaxLength(AccessToken.PrefixLength);
            b.Property(t => t.Hash).HasMaxLength(HashLength);
            b.HasIndex(t => t.Hash).IsUnique();
            b.HasIndex(t => new { t.TenantId, t.UserId, t.CreatedAt });
            b.HasIndex(t => new { t.TenantId, t.ClientId, t.ExpiresAt });
        });

    private static void ConfigureClients(ModelBuilder builder)
    {
        builder.Entity<ApiClient>(b =>
        {
            b.ToTable(AdministrationTables.Prefix + "ApiClients");
            b.ConfigureByConvention();
            b.Property(c => c.ClientId).HasMaxLength(ApiClient.ClientIdMaxLength);
            b.Property(c => c.Name).HasMaxLength(ApiClient.NameMaxLength);
            b.HasMany(c => c.Secrets).WithOne().HasForeignKey(s => s.ClientRowId);
            b.HasIndex(c => new { c.TenantId, c.ClientId });
            b.HasIndex(c => c.ClientId).IsUnique();
        });
        builder.Entity<ApiClientSecret>(b =>
        {
            b.ToTable(AdministrationTables.Prefix + "ApiClientSecrets");
            b.ConfigureByConvention();
            b.Property(s => s.Prefix).HasMaxLength(16);
            b.Property(s => s.Hash).HasMaxLength(HashLength);
            b.HasIndex(s => new { s.TenantId, s.ClientRowId });
        });
    }
}
