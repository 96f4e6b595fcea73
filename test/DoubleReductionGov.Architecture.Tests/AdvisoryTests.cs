using System.Text.Json;

namespace DoubleReductionGov.Architecture.Tests;

/// <summary>No locked package, direct or brought along, has a weakness that etc/advisories.json knows. A feed without advisory data says nothing, so the list is ours.</summary>
public sealed class AdvisoryTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly IReadOnlyList<Advisory> Known = JsonSerializer.Deserialize<List<Advisory>>(File.ReadAllText(Path.Combine(Repository.Root, "etc/advisories.json")), Json)!;

    [Fact]
    public void No_locked_package_has_a_known_weakness()
    {
        var locked = Repository.Files.Where(file => file.Name == "packages.lock.json").SelectMany(file => PackagesIn(file.Text)).Distinct().ToList();
        locked.Count.ShouldBeGreaterThan(30);

        locked.SelectMany(package => Weaknesses(package.Name, package.Version)).ShouldBeEmpty();
    }

    [Fact]
    public void The_guard_sees_an_old_package_and_leaves_a_new_one_alone()
    {
        var old = PackagesIn("""{"version": 2, "dependencies": {"net10.0": {"Npgsql": {"type": "Transitive", "resolved": "8.0.2"}, "Newtonsoft.Json": {"type": "Direct", "resolved": "13.0.4-beta1"}, "x": {"type": "Project"}}}}""").ToList();

        old.SelectMany(package => Weaknesses(package.Name, package.Version)).ShouldHaveSingleItem().ShouldContain("GHSA-x9vc-6hfv-hg8c");
        Weaknesses("npgsql", new Version(8, 0, 3)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Weaknesses(string name, Version version) =>
        Known.Where(advisory => advisory.Package.Equals(name, StringComparison.OrdinalIgnoreCase) && version < Parse(advisory.Below))
            .Select(advisory => $"{name} {version}: {advisory.Id}, {advisory.Why}; fixed in {advisory.Below}");

    private static IEnumerable<(string Name, Version Version)> PackagesIn(string lockFile) =>
        from framework in JsonDocument.Parse(lockFile).RootElement.GetProperty("dependencies").EnumerateObject()
        from package in framework.Value.EnumerateObject()
        where package.Value.TryGetProperty("resolved", out _)
        select (package.Name, Parse(package.Value.GetProperty("resolved").GetString()!));

    /// <summary>A preview counts as the version that it precedes: it is the newer half of the question that matters here.</summary>
    private static Version Parse(string text) => Version.Parse(text.Split('-', '+')[0] is var number && number.Contains('.') ? number : number + ".0");

    private sealed record Advisory(string Id, string Package, string Below, string Why);
}
