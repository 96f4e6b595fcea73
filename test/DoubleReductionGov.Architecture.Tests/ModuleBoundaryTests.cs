using System.Text.RegularExpressions;

namespace DoubleReductionGov.Architecture.Tests;

/// <summary>A module knows of another only its Contracts, Contracts know no module, and what all stand on knows nobody.</summary>
public sealed partial class ModuleBoundaryTests
{
    [Fact]
    public void Projects_refer_to_what_they_may_know()
    {
        Product.ModuleProjects.ShouldNotBeEmpty();

        Product.ModuleProjects.SelectMany(p => Forbidden(p.Module, p.Project, Reference().Matches(p.File.Text).Select(m => m.Groups["path"].Value))).ShouldBeEmpty();
    }

    [Fact]
    public void So_do_the_assemblies_that_came_out()
    {
        var folders = Product.ModuleProjects.ToDictionary(p => p.Project, p => p.Module);
        var wrong =
            from project in Product.ModuleProjects
            let assembly = System.Reflection.Assembly.Load(project.Project)
            let references = assembly.GetReferencedAssemblies().Select(r => r.Name!).Where(folders.ContainsKey).Select(r => $"../../{folders[r]}/{r}/{r}.csproj")
            from finding in Forbidden(project.Module, project.Project, references)
            select finding;

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("programme", "P.Programme", "../../directory/P.Directory/P.Directory.csproj")]
    [InlineData("programme", "P.Programme", "../../../src/P.Host/P.Host.csproj")]
    [InlineData("programme", "P.Programme.Contracts", "../P.Programme/P.Programme.csproj")]
    [InlineData("abp", "Volo.Abp.Core", "../../directory/P.Directory.Contracts/P.Directory.Contracts.csproj")]
    [InlineData("abp", "Volo.Abp.Core", "../../platform/P.Platform/P.Platform.csproj")]
    [InlineData("platform", "P.Platform", "../../directory/P.Directory.Contracts/P.Directory.Contracts.csproj")]
    public void The_guard_sees_a_step_over_the_boundary(string module, string project, string reference) =>
        Forbidden(module, project, [reference]).ShouldHaveSingleItem();

    [Theory]
    [InlineData("programme", "P.Programme", "../P.Programme.Contracts/P.Programme.Contracts.csproj")]
    [InlineData("programme", "P.Programme", "../../directory/P.Directory.Contracts/P.Directory.Contracts.csproj")]
    [InlineData("programme", "P.Programme", "../../abp/Volo.Abp.Ddd/Volo.Abp.Ddd.csproj")]
    [InlineData("programme", "P.Programme.Contracts", "../../abp/Volo.Abp.Core/Volo.Abp.Core.csproj")]
    [InlineData("programme", "P.Programme", "../../platform/P.Platform/P.Platform.csproj")]
    [InlineData("platform", "P.Platform", "../../abp/Volo.Abp.Ddd/Volo.Abp.Ddd.csproj")]
    [InlineData("abp", "Volo.Abp.Ddd", "../Volo.Abp.Core/Volo.Abp.Core.csproj")]
    public void The_guard_leaves_the_rest_alone(string module, string project, string reference) =>
        Forbidden(module, project, [reference]).ShouldBeEmpty();

    private static IEnumerable<string> Forbidden(string module, string project, IEnumerable<string> references) =>
        references.Where(r => !IsAllowed(module, project, r)).Select(r => $"{project} refers to {r}");

    private static bool IsAllowed(string module, string project, string reference)
    {
        var parts = reference.Replace('\\', '/').Split('/');
        var target = Path.GetFileNameWithoutExtension(parts[^1]);
        var targetModule = parts is ["..", "..", var folder, ..] and not ["..", "..", "..", ..] ? folder : parts is ["..", not "..", ..] ? module : null;
        return targetModule == "abp"
            || (targetModule == "platform" && module != "abp")
            || (module is not ("abp" or "platform") && targetModule is not null && target.EndsWith(".Contracts", StringComparison.Ordinal));
    }

    [GeneratedRegex("<ProjectReference Include=\"(?<path>[^\"]+)\"")]
    private static partial Regex Reference();
}
