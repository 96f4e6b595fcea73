using DoubleReductionGov.Directory.Counties;
using DoubleReductionGov.Directory.Organisations;
using DoubleReductionGov.Directory.People;
using DoubleReductionGov.Directory.Visits;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace DoubleReductionGov.Directory;

public static class DirectoryTables
{
    private const string Prefix = "Directory";

    public static void ConfigureDirectory(this ModelBuilder builder)
    {
        builder.Entity<Organisation>(b =>
        {
            b.ToTable(Prefix + "Organisations");
            b.ConfigureByConvention();
            b.Property(o => o.Code).HasMaxLength(Organisation.CodeLength);
            b.Property(o => o.Name).HasMaxLength(Organisation.NameMaxLength);
            b.Property(o => o.ShortName).HasMaxLength(Organisation.ShortNameMaxLength);
            b.HasIndex(o => new { o.TenantId, o.Code }).IsUnique();

            // A unique index takes every null for another value; the city's rows have no tenant and need their own.
            b.HasIndex(o => o.Code).IsUnique().HasFilter("\"TenantId\" IS NULL").HasDatabaseName("IX_DirectoryOrganisations_Code_City");
        });

        builder.Entity<Person>(b =>
        {
            b.ToTable(Prefix + "People");
            b.ConfigureByConvention();
            b.Property(p => p.Name).HasMaxLength(Person.NameMaxLength);
            b.Property(p => p.Post).HasMaxLength(Person.PostMaxLength);
            b.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            b.HasIndex(p => new { p.TenantId, p.OrganisationId });
            b.HasIndex(p => p.UserId).IsUnique();
        });

        builder.Entity<County>(b =>
        {
            b.ToTable(Prefix + "Counties");
            b.ConfigureByConvention();
            b.Property(c => c.Code).HasMaxLength(County.CodeLength);
            b.Property(c => c.Name).HasMaxLength(County.NameMaxLength);
            b.HasIndex(c => c.Code).IsUnique();
        });

        builder.Entity<CountyVisit>(b =>
        {
            b.ToTable(Prefix + "CountyVisits");
            b.ConfigureByConvention();
            b.Property(v => v.VisitorName).HasMaxLength(CountyVisit.VisitorNameMaxLength);
            b.Property(v => v.VisitorOrganisation).HasMaxLength(Organisation.NameMaxLength);
            b.Property(v => v.Purpose).HasMaxLength(CountyVisit.PurposeMaxLength);
            b.Property(v => v.Subject).HasMaxLength(CountyVisit.SubjectMaxLength);
            b.HasIndex(v => new { v.TenantId, v.Time });
            b.HasIndex(v => new { v.TenantId, v.VisitorId, v.Time });
        });
    }
}
