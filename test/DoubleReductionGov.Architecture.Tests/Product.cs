using System.Reflection;

namespace DoubleReductionGov.Architecture.Tests;

/// <summary>The assemblies that are delivered, found by their projects.</summary>
internal static class Product
{
    /// <summary>modules/X/Project/Project.csproj</summary>
    public static IReadOnlyList<(string Module, string Project, SourceFile File)> ModuleProjects { get; } =
    [
        .. Repository.Files.Where(f => f.Extension == ".csproj" && Repository.IsIn(f, "modules"))
            .Select(f => (f.Path.Split('/')[1], Path.GetFileNameWithoutExtension(f.Name), f)),
    ];

    /// <summary>What only a module itself may know.</summary>
    public static IReadOnlyList<Assembly> Modules { get; } =
        [.. ModuleProjects.Where(p => p.Module is not ("abp" or "platform") && !p.Project.EndsWith(".Contracts", StringComparison.Ordinal)).Select(p => Assembly.Load(p.Project))];

    public static IReadOnlyList<Assembly> Contracts { get; } =
        [.. ModuleProjects.Where(p => p.Project.EndsWith(".Contracts", StringComparison.Ordinal)).Select(p => Assembly.Load(p.Project))];

    /// <summary>What every module stands on: ABP's part and our own.</summary>
    public static IReadOnlyList<Assembly> Kernel { get; } = [.. ModuleProjects.Where(p => p.Module is "abp" or "platform").Select(p => Assembly.Load(p.Project))];

    public static IReadOnlyList<Assembly> Assemblies { get; } = [.. Kernel, .. Contracts, .. Modules, typeof(Host.HostModule).Assembly];

    /// <summary>The string constants of the classes of that name, such as all *Errors.</summary>
    public static IEnumerable<(Type Class, string Name, string Value)> Constants(string classNameEnd) =>
        from assembly in Assemblies
        from type in assembly.GetTypes()
        where type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith(classNameEnd, StringComparison.Ordinal)
        from field in type.GetFields(BindingFlags.Public | BindingFlags.Static)
        where field is { IsLiteral: true } && field.FieldType == typeof(string)
        select (type, field.Name, (string)field.GetRawConstantValue()!);
}
