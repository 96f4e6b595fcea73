using DoubleReductionGov.Directory.Counties;
using DoubleReductionGov.Directory.Organisations;
using DoubleReductionGov.Directory.People;
using DoubleReductionGov.Directory.Visits;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore;

namespace DoubleReductionGov.Directory;

internal sealed class DirectoryDbContext(DbContextOptions<DirectoryDbContext> options) : AbpDbContext<DirectoryDbContext>(options)
{
    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<County> Counties => Set<County>();

    public DbSet<CountyVisit> CountyVisits => Set<CountyVisit>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ConfigureDirectory();
    }
}
