using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Application.Services;
using Volo.Abp.Modularity;

namespace DoubleReductionGov.Architecture.Tests;

/// <summary>Of a module only its module class, its application services with their records, its tables and its demonstration are public.</summary>
internal static class ModuleSurface
{
    public static IEnumerable<(Type Type, string What)> NeedlesslyPublic(Assembly module)
    {
        var types = module.GetExportedTypes();
        var records = types.Where(IsService).SelectMany(SignatureOf).Aggregate(new HashSet<Type>(), (found, type) => Collect(type, module, found));
        return types
            .Where(t => !IsService(t) && !typeof(AbpModule).IsAssignableFrom(t) && !records.Contains(t) && !IsTables(t) && t.Namespace?.EndsWith(".Demonstration", StringComparison.Ordinal) != true)
            .Select(t => (t, "is public, and no application service takes or returns it"));
    }

    /// <summary>Classes that somebody could derive from, and interfaces that only stand in front of one class.</summary>
    public static IEnumerable<(Type Type, string What)> Loose(Assembly module)
    {
        var types = module.GetTypes().Where(t => !t.IsDefined(typeof(CompilerGeneratedAttribute), false)).ToList();
        var open = types.Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false } && !types.Exists(d => d.BaseType == t)).Select(t => (t, "is not sealed"));
        var lonely = types.Where(t => t.IsInterface && types.Count(i => i.IsClass && t.IsAssignableFrom(i)) == 1).Select(t => (t, "has one implementation: use the class"));
        return open.Concat(lonely);
    }

    private static bool IsService(Type type) => typeof(IApplicationService).IsAssignableFrom(type);

    /// <summary>The host puts all tables into one model.</summary>
    private static bool IsTables(Type type) =>
        type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith("Tables", StringComparison.Ordinal)
        && type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).All(m => m.GetParameters() is [{ ParameterType: var first }] && first == typeof(ModelBuilder));

    private static IEnumerable<Type> SignatureOf(Type service) =>
        service.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType));

    private static HashSet<Type> Collect(Type type, Assembly module, HashSet<Type> found)
    {
        foreach (var part in type.IsGenericType ? type.GetGenericArguments() : type.HasElementType ? [type.GetElementType()!] : [])
        {
            Collect(part, module, found);
        }

        if (type.Assembly == module && found.Add(type))
        {
            foreach (var property in type.GetProperties())
            {
                Collect(property.PropertyType, module, found);
            }
        }

        return found;
    }
}

public sealed class ModuleSurfaceTests
{
    [Fact]
    public void A_module_shows_no_more_than_it_must() => Guards.Public.ShouldFindNothing();

    [Fact]
    public void Classes_are_sealed_and_no_interface_stands_before_a_single_class() => Guards.Sealed.ShouldFindNothing();

    [Fact]
    public void The_guard_sees_what_is_loose()
    {
        var found = ModuleSurface.Loose(typeof(ModuleSurfaceTests).Assembly).Select(f => f.Type).ToList();

        found.ShouldContain(typeof(OpenClass));
        found.ShouldContain(typeof(ILonely));
        found.ShouldNotContain(typeof(Lonely));
    }

    [Fact]
    public void The_guard_sees_what_need_not_be_public()
    {
        var found = ModuleSurface.NeedlesslyPublic(typeof(ModuleSurfaceTests).Assembly).Select(f => f.Type).ToList();

        found.ShouldContain(typeof(StrayRecord));
        Type[] fine = [typeof(SampleAppService), typeof(SampleInput), typeof(SampleItem), typeof(SampleKind), typeof(SampleModule)];
        found.ShouldNotContain(t => fine.Contains(t));
    }
}

public sealed class SampleModule : AbpModule;

[Volo.Abp.RemoteService(false)]
public sealed class SampleAppService : ApplicationService
{
    public Task<IReadOnlyList<SampleItem>> GetAsync(SampleInput input) => Task.FromResult<IReadOnlyList<SampleItem>>([]);
}

public sealed record SampleInput(SampleKind Kind);

public sealed record SampleItem(string Name);

public enum SampleKind
{
    One,
}

public sealed record StrayRecord;

public class OpenClass;

public interface ILonely;

public sealed class Lonely : ILonely;
