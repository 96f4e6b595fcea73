using System.Reflection;
using System.Text.RegularExpressions;
using DoubleReductionGov.Architecture.Tests;

namespace DoubleReductionGov.Abp.Tests;

/// <summary>Counts what the kernel offers and how much of it these tests name, so that its README need not guess.</summary>
public sealed partial class KernelSurfaceTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly IReadOnlyList<Assembly> Kernel =
        [.. new[] { "Volo.Abp.Core", "Volo.Abp.Ddd", "Volo.Abp.EntityFrameworkCore", "Volo.Abp.AspNetCore.Mvc", "Volo.Abp.BackgroundJobs", "Volo.Abp.Identity" }.Select(Assembly.Load)];

    private readonly HashSet<(Module, int)> _named = [.. NamedByTests().SelectMany(WithProperty).Where(m => Kernel.Contains(m.Module.Assembly)).Select(KeyOf)];

    [Fact]
    public void The_readme_says_how_much_is_offered_and_how_much_of_it_is_checked()
    {
        var types = Kernel.SelectMany(a => a.GetExportedTypes()).ToList();
        var members = types.SelectMany(OfferedBy).ToList();
        var unchecked_ = members.Where(m => !IsChecked(m)).ToList();

        var stated = Counts().Match(File.ReadAllText(Path.Combine(Root(), "modules/abp/README.md"))).Value;

        stated.ShouldBe(
            $"{types.Count} public types with {members.Count} public and protected members; the tests name {members.Count - unchecked_.Count} of them",
            "not named: " + string.Join(", ", unchecked_.Select(m => $"{m.DeclaringType!.Name}.{m.Name}")));
    }

    [Fact]
    public void What_is_named_is_found_however_it_is_used()
    {
        IsChecked(typeof(Volo.Abp.Uow.IUnitOfWork).GetMethod("CompleteAsync")!).ShouldBeTrue();
        IsChecked(typeof(Volo.Abp.MultiTenancy.CurrentTenant).GetProperty("Id")!).ShouldBeTrue();
        IsChecked(typeof(Volo.Abp.Modularity.AbpModule).GetMethod("PostConfigureServices")!).ShouldBeTrue();
        IsChecked(typeof(Volo.Abp.DependencyInjection.DependencyAttribute).GetProperty("TryRegister")!).ShouldBeTrue();
        IsChecked(typeof(Volo.Abp.Settings.GlobalSettingValueProvider).GetField("ProviderName")!).ShouldBeTrue();
        IsChecked(typeof(Volo.Abp.Domain.Entities.Entity<>).GetProperty("Id")!).ShouldBeTrue();
    }

    /// <summary>Own members that a user of the type may call, override or read; what only repeats a base member is counted there.</summary>
    private static IEnumerable<MemberInfo> OfferedBy(Type type) => type.GetMembers(Declared).Where(m => m switch
    {
        MethodInfo method => IsOffered(method) && !method.IsSpecialName && method.GetBaseDefinition() == method,
        ConstructorInfo constructor => IsOffered(constructor) && constructor.GetParameters().Length > 0,
        PropertyInfo property => property.GetAccessors(true).Any(a => IsOffered(a) && a.GetBaseDefinition() == a),
        EventInfo @event => IsOffered(@event.AddMethod!),
        FieldInfo field => field is { IsPublic: true, IsSpecialName: false } or { IsFamily: true, IsSpecialName: false },
        _ => false,
    });

    private static bool IsOffered(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private bool IsChecked(MemberInfo member) => _named.Contains(KeyOf(member)) || Accessors(member).Any(a => _named.Contains(KeyOf(a)) || Twins(a).Any(t => _named.Contains(KeyOf(t)))) || IsNamedConstant(member);

    /// <summary>A class's method and the method of the interface that it implements are checked together.</summary>
    private static IEnumerable<MethodInfo> Twins(MethodInfo method)
    {
        if (method.DeclaringType is not { } type)
        {
            return [];
        }

        return type.IsInterface
            ? Kernel.SelectMany(a => a.GetTypes()).Where(t => t is { IsClass: true, IsGenericTypeDefinition: false } && type.IsAssignableFrom(t))
                .Select(t => t.GetInterfaceMap(type)).SelectMany(m => m.InterfaceMethods.Zip(m.TargetMethods)).Where(p => p.First == method).Select(p => p.Second)
            : type.GetInterfaces().Where(i => Kernel.Contains(i.Assembly)).Select(i => type.GetInterfaceMap(i))
                .SelectMany(m => m.InterfaceMethods.Zip(m.TargetMethods)).Where(p => p.Second == method).Select(p => p.First);
    }

    private static IEnumerable<MethodInfo> Accessors(MemberInfo member) => member switch
    {
        MethodInfo method => [method],
        PropertyInfo property => property.GetAccessors(true),
        EventInfo @event => [@event.AddMethod!],
        _ => [],
    };

    /// <summary>The compiler writes a constant's value where its name stood.</summary>
    private static bool IsNamedConstant(MemberInfo member) =>
        member is FieldInfo { IsLiteral: true } field && TestSources.Value.Any(s => s.Contains($"{field.DeclaringType!.Name}.{field.Name}", StringComparison.Ordinal));

    private static readonly Lazy<IReadOnlyList<string>> TestSources = new(() =>
        [.. Directory.EnumerateFiles(Path.Combine(Root(), "test/DoubleReductionGov.Abp.Tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)]);

    private static IEnumerable<MemberInfo> NamedByTests()
    {
        foreach (var type in typeof(KernelSurfaceTests).Assembly.GetTypes())
        {
            foreach (var member in type.GetMembers(Declared).Append(type).SelectMany(m => m.CustomAttributes).SelectMany(a => a.NamedArguments.Select(n => n.MemberInfo).Append(a.Constructor)))
            {
                yield return member;
            }

            foreach (var method in type.GetMethods(Declared).Where(m => m.IsVirtual))
            {
                yield return method.GetBaseDefinition();
            }

            foreach (var implemented in type is { IsInterface: false, IsGenericTypeDefinition: false } ? type.GetInterfaces().SelectMany(i => i.GetMethods()) : [])
            {
                yield return implemented;
            }

            foreach (var referenced in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)).SelectMany(IlReader.ReferencesOf))
            {
                yield return referenced;
            }
        }
    }

    private static IEnumerable<MemberInfo> WithProperty(MemberInfo member) =>
        member is MethodInfo { IsSpecialName: true, DeclaringType: { } type } accessor
            ? type.GetProperties(Declared).Where(p => p.GetAccessors(true).Contains(accessor)).Cast<MemberInfo>().Append(member)
            : [member];

    /// <summary>The same for the definition of a generic type or method and for every use of it.</summary>
    private static (Module, int) KeyOf(MemberInfo member) => (member.Module, member.MetadataToken);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DoubleReductionGov.sln")))
        {
            folder = Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!;
        }

        return folder;
    }

    [GeneratedRegex(@"\d+ public types with \d+ public and protected members; the tests name \d+ of them")]
    private static partial Regex Counts();
}
