using System.Text.RegularExpressions;

namespace DoubleReductionGov.Architecture.Tests;

/// <summary>Each refusal of the *Errors classes is raised somewhere, has a text in every language and is asserted by a test.</summary>
public sealed class RefusalTests
{
    private static readonly IReadOnlyList<(Type Class, string Name, string Value)> Codes = [.. Product.Constants("Errors")];

    [Fact]
    public void Every_code_is_raised()
    {
        Codes.Count.ShouldBeGreaterThan(20);

        Codes.Where(c => !Repository.Product.Any(f => f.Name != c.Class.Name + ".cs" && Mentions(WithoutDeclaration(f), c))).Select(Describe).ShouldBeEmpty();
    }

    [Fact]
    public void Every_code_has_a_text_in_every_language()
    {
        var missing =
            from language in Texts.Languages
            let keys = Texts.Folders.SelectMany(f => f.Keys(language)).ToHashSet()
            from code in Codes
            where !keys.Contains(code.Value)
            select $"{code.Value} in {language}";

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_code_is_asserted_by_a_test()
    {
        Codes.Where(c => !Repository.Tests.Any(f => Mentions(f.Text, c))).Select(Describe).ShouldBeEmpty();
    }

    [Fact]
    public void Every_code_is_its_own_name_after_the_name_of_its_module()
    {
        Codes.Where(c => c.Value != $"{c.Class.Name.Replace("Errors", "")}:{c.Name}").Select(Describe).ShouldBeEmpty();
        Codes.Select(c => c.Value).ShouldBeUnique();
    }

    [Fact]
    public void The_guards_see_a_code_by_its_name_or_by_its_value()
    {
        var code = (typeof(SampleErrors), nameof(SampleErrors.TooMany), SampleErrors.TooMany);

        Mentions("throw new BusinessException(SampleErrors.TooMany)", code).ShouldBeTrue();
        Mentions("error.code.ShouldBe(\"Sample:TooMany\")", code).ShouldBeTrue();
        Mentions("SampleErrors.TooManyMore; \"Sample:TooManyMore\"", code).ShouldBeFalse();
        Mentions(WithoutDeclaration(SourceFile.Of("public const string TooMany = \"Sample:TooMany\";")), code).ShouldBeFalse();
    }

    private static bool Mentions(string text, (Type Class, string Name, string Value) code) =>
        Regex.IsMatch(text, $@"\b{code.Class.Name}\.{code.Name}\b|[""']{Regex.Escape(code.Value)}[""']");

    private static string WithoutDeclaration(SourceFile file) => string.Join('\n', file.Lines.Where(l => !l.Contains("const string")));

    private static string Describe((Type Class, string Name, string Value) code) => $"{code.Class.Name}.{code.Name}";

    private static class SampleErrors
    {
        public const string TooMany = "Sample:TooMany";
    }
}
