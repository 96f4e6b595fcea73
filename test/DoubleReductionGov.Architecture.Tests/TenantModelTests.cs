using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Architecture.Tests;

/// <summary>How the rows of tenants are kept apart, as the database will really be asked.</summary>
internal static class TenantModel
{
    public static IEnumerable<IModel> Models => EveryModule.Contexts.Select(c => c.Model);

    /// <summary>Rows of tenants that any tenant could read.</summary>
    public static IEnumerable<string> Unfiltered(IModel model) =>
        from entity in model.GetEntityTypes()
        where IsOfTenants(entity) && entity.BaseType is null && !entity.GetDeclaredQueryFilters().Any(f => f.Expression?.ToString().Contains(nameof(IMultiTenant.TenantId)) == true)
        select $"{entity.DisplayName()} has no tenant filter";

    /// <summary>Types with a tenant that forgot to say so.</summary>
    public static IEnumerable<string> Unmarked(IModel model) =>
        from entity in model.GetEntityTypes()
        where entity.FindProperty(nameof(IMultiTenant.TenantId)) is { IsNullable: true } && !IsOfTenants(entity)
        select $"{entity.DisplayName()} has a TenantId and is not {nameof(IMultiTenant)}";

    /// <summary>What is listed within a tenant needs an index that begins with the tenant; a part of something bigger one that begins with the whole.</summary>
    public static IEnumerable<(Type Entity, string What)> Unindexed(IModel model) =>
        from entity in model.GetEntityTypes()
        where IsOfTenants(entity) && entity.BaseType is null
        let beginnings = entity.GetIndexes().Select(i => i.Properties[0].Name).Concat(entity.GetKeys().Select(k => k.Properties[0].Name)).ToList()
        let wholes = entity.GetForeignKeys().Where(k => k.DeleteBehavior == DeleteBehavior.Cascade && IsOfTenants(k.PrincipalEntityType)).Select(k => k.Properties[0].Name).ToList()
        where !beginnings.Contains(nameof(IMultiTenant.TenantId)) && !wholes.Any(beginnings.Contains)
        select (entity.ClrType, "has no index that begins with TenantId");

    private static bool IsOfTenants(IReadOnlyEntityType entity) => !entity.IsOwned() && typeof(IMultiTenant).IsAssignableFrom(entity.ClrType);
}

public sealed class TenantModelTests
{
    [Fact]
    public void Every_tenants_row_is_filtered()
    {
        TenantModel.Models.SelectMany(m => m.GetEntityTypes()).Count(e => typeof(IMultiTenant).IsAssignableFrom(e.ClrType)).ShouldBeGreaterThan(10);

        TenantModel.Models.SelectMany(TenantModel.Unfiltered).ShouldBeEmpty();
        TenantModel.Models.SelectMany(TenantModel.Unmarked).ShouldBeEmpty();
    }

    [Fact]
    public void Every_list_of_a_tenant_has_its_index() => Guards.TenantIndex.ShouldFindNothing();

    [Fact]
    public void The_guards_see_what_is_missing()
    {
        using var context = new CarelessContext();

        TenantModel.Unfiltered(context.Model).ShouldBe(["Leak has no tenant filter"]);
        TenantModel.Unmarked(context.Model).ShouldBe(["Forgotten has a TenantId and is not IMultiTenant"]);
        TenantModel.Unindexed(context.Model).Select(f => f.Entity).ShouldBe([typeof(Leak)]);
    }

    private sealed class CarelessContext : DbContext
    {
        private Guid? Tenant { get; } = Guid.CreateVersion7();

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=:memory:");

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Leak>();
            modelBuilder.Entity<Forgotten>();
            modelBuilder.Entity<Kept>().HasIndex(k => new { k.TenantId, k.Name });
            modelBuilder.Entity<Kept>().HasQueryFilter(k => k.TenantId == Tenant);
            modelBuilder.Entity<Kept>().HasMany(k => k.Parts).WithOne().HasForeignKey(p => p.KeptId);
            modelBuilder.Entity<Part>().HasQueryFilter(p => p.TenantId == Tenant);
        }
    }

    private sealed class Leak : Entity<Guid>, IMultiTenant
    {
        public Guid? TenantId { get; set; }
    }

    private sealed class Forgotten : Entity<Guid>
    {
        public Guid? TenantId { get; set; }
    }

    private sealed class Kept : Entity<Guid>, IMultiTenant
    {
        public Guid? TenantId { get; set; }

        public string Name { get; set; } = "";

        public List<Part> Parts { get; set; } = [];
    }

    private sealed class Part : Entity<Guid>, IMultiTenant
    {
        public Guid? TenantId { get; set; }

        public Guid KeptId { get; set; }
    }
}
