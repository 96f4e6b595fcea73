namespace DoubleReductionGov.Architecture.Tests;

/// <summary>The files that belong to the repository.</summary>
internal static class Repository
{
    private static readonly HashSet<string> OtherPeoplesFolders = ["artifacts", "bin", "obj", "node_modules", "wwwroot", "data", "TestResults", "test-results", "playwright-report"];

    private static readonly HashSet<string> BinaryExtensions = [".png", ".jpg", ".pdf", ".ico", ".db", ".db-shm", ".db-wal", ".woff2", ".zip", ".tsbuildinfo"];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Files { get; } = [.. In(Root).OrderBy(f => f.Path, StringComparer.Ordinal)];

    /// <summary>C# that is delivered: modules and host, without migrations, which a tool writes.</summary>
    public static IReadOnlyList<SourceFile> Product { get; } =
        [.. Files.Where(f => f.Extension == ".cs" && IsIn(f, "modules", "src") && !f.Path.Contains("/Migrations/"))];

    /// <summary>What tests are written in, except these guards themselves.</summary>
    public static IReadOnlyList<SourceFile> Tests { get; } =
        [.. Files.Where(f => f.Extension is ".cs" or ".ts" && IsIn(f, "test") && !f.Path.StartsWith("test/DoubleReductionGov.Architecture.Tests/", StringComparison.Ordinal))];

    public static bool IsIn(SourceFile file, params string[] folders) => folders.Any(f => file.Path.StartsWith(f + "/", StringComparison.Ordinal));

    public static bool Exists(string path) => Path.Exists(Path.Combine(Root, path));

    private static IEnumerable<SourceFile> In(string folder)
    {
        foreach (var path in System.IO.Directory.EnumerateFiles(folder).Where(p => Path.GetFileName(p) != ".git" && !BinaryExtensions.Contains(Path.GetExtension(p))))
        {
            yield return new SourceFile(Path.GetRelativePath(Root, path).Replace('\\', '/'), () => File.ReadAllText(path));
        }

        var folders = System.IO.Directory.EnumerateDirectories(folder).Where(d => Path.GetFileName(d) is var name && name != ".git" && !OtherPeoplesFolders.Contains(name));
        foreach (var file in folders.SelectMany(In))
        {
            yield return file;
        }
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DoubleReductionGov.sln")))
        {
            folder = Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar)) ?? throw new InvalidOperationException("There is no solution above " + AppContext.BaseDirectory);
        }

        return folder;
    }
}
