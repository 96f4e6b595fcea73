using DoubleReductionGov.Administration.Clients;
using DoubleReductionGov.Administration.SecondFactor;
using DoubleReductionGov.Administration.Security;
using DoubleReductionGov.Administration.Tokens;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore;

namespace DoubleReductionGov.Administration;

internal sealed class AdministrationDbContext(DbContextOptions<AdministrationDbContext> options) : AbpDbContext<AdministrationDbContext>(options)
{
    public DbSet<UserSecondFactor> SecondFactors => Set<UserSecondFactor>();

    public DbSet<PastPassword> PastPasswords => Set<PastPassword>();

    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();

    public DbSet<ApiClient> ApiClients => Set<ApiClient>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ConfigureAdministration();
    }
}
