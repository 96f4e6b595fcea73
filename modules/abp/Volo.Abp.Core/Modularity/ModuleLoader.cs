using System.Reflection;

namespace Volo.Abp.Modularity;

/// <summary>
/// Finds the modules that a start-up module depends on and sorts them: dependencies first, otherwise in the order of
/// discovery, the start-up module last.
/// </summary>
internal static class ModuleLoader
{
    public static IReadOnlyList<AbpModuleDescriptor> Load(Type startupModuleType)
    {
        var types = new List<Type>();
        Discover(startupModuleType, types);
        var descriptors = types.ConvertAll(type => new AbpModuleDescriptor(type, (IAbpModule)Activator.CreateInstance(type)!));
        foreach (var descriptor in descriptors)
        {
            foreach (var dependedType in DependedTypesOf(descriptor.Type))
            {
                descriptor.AddDependency(descriptors.Find(d => d.Type == dependedType)
                    ?? throw new AbpException($"Could not find a depended module {dependedType.AssemblyQualifiedName} for {descriptor.Type.AssemblyQualifiedName}"));
            }
        }

        var sorted = Sort(descriptors);
        var startup = sorted.Single(d => d.Type == startupModuleType);
        sorted.Remove(startup);
        sorted.Add(startup);
        return sorted;
    }

    private static void Discover(Type moduleType, List<Type> types)
    {
        AbpModule.CheckAbpModuleType(moduleType);
        if (types.Contains(moduleType))
        {
            return;
        }

        types.Add(moduleType);
        foreach (var dependedType in DependedTypesOf(moduleType))
        {
            Discover(dependedType, types);
        }
    }

    private static IEnumerable<Type> DependedTypesOf(Type moduleType) =>
        moduleType.GetCustomAttributes().OfType<IDependedTypesProvider>().SelectMany(provider => provider.GetDependedTypes()).Distinct();

    private static List<AbpModuleDescriptor> Sort(List<AbpModuleDescriptor> descriptors)
    {
        var sorted = new List<AbpModuleDescriptor>();
        var open = new HashSet<AbpModuleDescriptor>();
        descriptors.ForEach(Visit);
        return sorted;

        void Visit(AbpModuleDescriptor descriptor)
        {
            if (sorted.Contains(descriptor))
            {
                return;
            }

            if (!open.Add(descriptor))
            {
                throw new ArgumentException("Cyclic dependency found! Item: " + descriptor.Type.FullName);
            }

            foreach (var dependency in descriptor.Dependencies.Cast<AbpModuleDescriptor>())
            {
                Visit(dependency);
            }

            open.Remove(descriptor);
            sorted.Add(descriptor);
        }
    }
}
