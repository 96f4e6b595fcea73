using System.Text.Json;
using DoubleReductionGov.Programme.Evidence;
using DoubleReductionGov.Programme.Extensions;
using DoubleReductionGov.Programme.Plans;
using DoubleReductionGov.Programme.Tasks;
using DoubleReductionGov.Programme.WallChart;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace DoubleReductionGov.Programme;

public static class ProgrammeTables
{
    private const string Prefix = "Programme";
    private const int FigurePrecision = 18;
    private const int FigureScale = 2;

    public static void ConfigureProgramme(this ModelBuilder builder)
    {
        builder.ConfigurePlans();
        builder.ConfigureTasks();
        builder.ConfigureTaskParts();
        builder.ConfigureWallChart();
    }

    private static void ConfigurePlans(this ModelBuilder builder)
    {
        builder.Entity<Plan>(b => // exempt(tenant-index): the city's rows only
        {
            b.ToTable(Prefix + "Plans");
            b.ConfigureByConvention();
            b.Property(p => p.Code).HasMaxLength(ItemRules.CodeMaxLength);
            b.Property(p => p.Title).HasMaxLength(ItemRules.TitleMaxLength);
            b.Property(p => p.Document).HasMaxLength(ItemRules.DocumentMaxLength);
            b.Property(p => p.ApprovedBy).HasMaxLength(ItemRules.NameMaxLength);
            b.Property(p => p.PublishedBy).HasMaxLength(ItemRules.NameMaxLength);
            b.HasMany(p => p.Items).WithOne().HasForeignKey(i => i.PlanId).OnDelete(DeleteBehavior.Cascade);

            // Plans are the city's: their tenant is always null, and a unique index over a null column would guard nothing.
            b.HasIndex(p => p.Code).IsUnique();
            b.HasIndex(p => p.CreationTime);
            b.HasIndex(p => new { p.State, p.PublishedAt });
        });

        builder.Entity<PlanItem>(b =>
        {
            b.ToTable(Prefix + "PlanItems");
            b.ConfigureByConvention();
            b.Property(i => i.Section).HasMaxLength(ItemRules.SectionMaxLength);
            b.Property(i => i.Number).HasMaxLength(ItemRules.NumberMaxLength);
            b.Property(i => i.Title).HasMaxLength(ItemRules.TitleMaxLength);
            b.Property(i => i.Source).HasMaxLength(ItemRules.SourceMaxLength);
            b.Property(i => i.PersonName).HasMaxLength(ItemRules.NameMaxLength);
            b.ComplexProperty(i => i.Lead, lead =>
            {
                lead.Property(d => d.Id).HasColumnName("LeadOrganisationId");
                lead.Property(d => d.Code).HasColumnName("LeadCode").HasMaxLength(ItemRules.DepartmentCodeMaxLength);
                lead.Property(d => d.Name).HasColumnName("LeadName").HasMaxLength(ItemRules.NameMaxLength);
            });
            b.ComplexProperty(i => i.Measure, ConfigureMeasure);
            b.Property(i => i.Support).AsJson();
            b.Property(i => i.Shares).AsJson();
            b.HasIndex(i => new { i.PlanId, i.Number }).IsUnique();
            b.HasIndex(i => new { i.PlanId, i.Position });
        });
    }

    private static void ConfigureTasks(this ModelBuilder builder) => builder.Entity<CountyTask>(b =>
    {
        b.ToTable(Prefix + "CountyTasks");
        b.ConfigureByConvention();
        b.Property(t => t.PlanTitle).HasMaxLength(ItemRules.TitleMaxLength);
        b.Property(t => t.PlanDocument).HasMaxLength(ItemRules.DocumentMaxLength);
        b.Property(t => t.Number).HasMaxLength(ItemRules.NumberMaxLength);
        b.Property(t => t.Section).HasMaxLength(ItemRules.SectionMaxLength);
        b.Property(t => t.Title).HasMaxLength(ItemRules.TitleMaxLength);
        b.Property(t => t.Source).HasMaxLength(ItemRules.SourceMaxLength);
        b.Property(t => t.IssuerName).HasMaxLength(ItemRules.NameMaxLength);
        b.Property(t => t.LeadName).HasMaxLength(ItemRules.NameMaxLength);
        b.Property(t => t.PersonName).HasMaxLength(ItemRules.NameMaxLength);
        b.Property(t => t.ClaimedBy).HasMaxLength(ItemRules.NameMaxLength);
        b.Property(t => t.VerifiedBy).HasMaxLength(ItemRules.NameMaxLength);
        b.Property(t => t.ReturnReason).HasMaxLength(ItemRules.ReasonMaxLength);
        b.Property(t => t.Value).HasPrecision(FigurePrecision, FigureScale);
        b.ComplexProperty(t => t.Measure, ConfigureMeasure);
        b.HasMany(t => t.Departments).WithOne().HasForeignKey(d => d.TaskId).OnDelete(DeleteBehavior.Cascade);
        b.HasMany(t => t.Steps).WithOne().HasForeignKey(s => s.TaskId).OnDelete(DeleteBehavior.Cascade);
        b.HasMany(t => t.Evidence).WithOne().HasForeignKey(e => e.TaskId).OnDelete(DeleteBehavior.Cascade);
        b.HasMany(t => t.Extensions).WithOne().HasForeignKey(e => e.TaskId).OnDelete(DeleteBehavior.Cascade);
        b.HasIndex(t => new { t.TenantId, t.PlanItemId }).IsUnique();
        b.HasIndex(t => new { t.TenantId, t.PlanId, t.Position });
        b.HasIndex(t => new { t.TenantId, t.Due });

        // All that the list's default order and its lights ask for, so that no row is read for them.
        b.HasIndex(t => new { t.TenantId, t.RedOn, t.YellowOn, t.State, t.Due, t.PlanId, t.Position, t.Id })
            .HasDatabaseName("IX_ProgrammeCountyTasks_Order");
    });

    private static void ConfigureTaskParts(this ModelBuilder builder)
    {
        builder.Entity<TaskDepartment>(b =>
        {
            b.ToTable(Prefix + "TaskDepartments");
            b.ConfigureByConvention();
            b.Property(d => d.Name).HasMaxLength(ItemRules.NameMaxLength);
            b.HasIndex(d => new { d.TaskId, d.OrganisationId }).IsUnique();
        });

        builder.Entity<TaskStep>(b =>
        {
            b.ToTable(Prefix + "TaskSteps");
            b.ConfigureByConvention();
            b.Property(s => s.Number).HasMaxLength(ItemRules.NumberMaxLength);
            b.Property(s => s.Title).HasMaxLength(ItemRules.TitleMaxLength);
            b.Property(s => s.PersonName).HasMaxLength(ItemRules.NameMaxLength);
            b.Property(s => s.Value).HasPrecision(FigurePrecision, FigureScale);
            b.ComplexProperty(s => s.Measure, ConfigureMeasure);
            b.HasIndex(s => new { s.TaskId, s.Position });
        });

        builder.Entity<TaskEvidence>(b =>
        {
            b.ToTable(Prefix + "TaskEvidence");
            b.ConfigureByConvention();
            b.Property(e => e.FileName).HasMaxLength(EvidenceFile.NameMaxLength);
            b.Property(e => e.ContentType).HasMaxLength(ItemRules.NameMaxLength);
            b.Property(e => e.UploadedBy).HasMaxLength(ItemRules.NameMaxLength);
            b.HasIndex(e => e.TaskId);
        });

        builder.Entity<EvidenceContent>(b => // exempt(tenant-index): read by its key alone
        {
            b.ToTable(Prefix + "EvidenceContents");
            b.ConfigureByConvention();
        });

        builder.Entity<TaskExtension>(b =>
        {
            b.ToTable(Prefix + "TaskExtensions");
            b.ConfigureByConvention();
            b.Property(e => e.Reason).HasMaxLength(ItemRules.ReasonMaxLength);
            b.Property(e => e.AskedBy).HasMaxLength(ItemRules.NameMaxLength);
            b.Property(e => e.DecidedBy).HasMaxLength(ItemRules.NameMaxLength);
            b.Property(e => e.DecisionReason).HasMaxLength(ItemRules.ReasonMaxLength);
            b.HasIndex(e => e.TaskId);
        });

        builder.Entity<TaskChange>(b =>
        {
            b.ToTable(Prefix + "TaskChanges");
            b.ConfigureByConvention();
            b.Property(c => c.Who).HasMaxLength(ItemRules.NameMaxLength);
            b.Property(c => c.Organisation).HasMaxLength(ItemRules.NameMaxLength);
            b.Property(c => c.Subject).HasMaxLength(TaskChange.TextMaxLength);
            b.Property(c => c.From).HasMaxLength(TaskChange.TextMaxLength);
            b.Property(c => c.To).HasMaxLength(TaskChange.TextMaxLength);
            b.Property(c => c.Reason).HasMaxLength(TaskChange.ReasonMaxLength);
            b.HasOne<CountyTask>().WithMany().HasForeignKey(c => c.TaskId).OnDelete(DeleteBehavior.Cascade);
            b.HasIndex(c => new { c.TaskId, c.Version }).IsUnique();
        });
    }

    private static void ConfigureWallChart(this ModelBuilder builder) => builder.Entity<WallChartCell>(b => // exempt(tenant-index): the city's rows only
    {
        b.ToTable(Prefix + "WallChartCells");
        b.ConfigureByConvention();
        b.Property(c => c.PersonName).HasMaxLength(ItemRules.NameMaxLength);
        b.Property(c => c.Steps).AsJson();
        b.HasIndex(c => new { c.CountyId, c.PlanItemId }).IsUnique();
        b.HasIndex(c => c.PlanId);
        b.HasIndex(c => c.TaskId);
        b.HasIndex(c => c.ClaimedAt);
        b.HasIndex(c => c.ExtensionId);
    });

    private static void ConfigureMeasure(ComplexPropertyBuilder<Measure> measure)
    {
        measure.Property(m => m.Kind).HasColumnName("MeasureKind");
        measure.Property(m => m.Text).HasColumnName("MeasureText").HasMaxLength(ItemRules.MeasureTextMaxLength);
        measure.Property(m => m.Target).HasColumnName("MeasureTarget").HasPrecision(FigurePrecision, FigureScale);
        measure.Property(m => m.Unit).HasColumnName("MeasureUnit").HasMaxLength(ItemRules.UnitMaxLength);
    }

    /// <summary>Small lists that are read and written whole and never asked about in a query.</summary>
    private static void AsJson<T>(this PropertyBuilder<T> property) => property.HasConversion(
        value => Write(value),
        text => Read<T>(text),
        new ValueComparer<T>((one, other) => Write(one) == Write(other), value => Write(value).GetHashCode(), value => Read<T>(Write(value))));

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Default);

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Default)!;
}
