using System.Reflection;

namespace Volo.Abp.VirtualFileSystem;

/// <summary>The assemblies whose embedded files the application reads; here only texts (see AddVirtualJson).</summary>
public class AbpVirtualFileSystemOptions
{
    public VirtualFileSetList FileSets { get; } = [];
}

public class VirtualFileSetList : List<Assembly>;

public static class VirtualFileSetListExtensions
{
    public static void AddEmbedded<T>(this VirtualFileSetList list) => list.Add(typeof(T).Assembly);
}
