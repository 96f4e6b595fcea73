using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoubleReductionGov.Architecture.Tests;

/// <summary>Where in the sources a type or a method stands.</summary>
internal static class Declarations
{
    private static readonly ILookup<string, (SourceFile File, BaseTypeDeclarationSyntax Syntax)> Types = Repository.Product
        .SelectMany(f => f.Syntax.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(s => (File: f, Syntax: s)))
        .ToLookup(d => NameOf(d.Syntax));

    public static Finding FindingAt((Type Type, string What) found)
    {
        var (file, syntax) = Types[found.Type.FullName!.Split('`')[0].Replace('+', '.')].FirstOrDefault();
        return file is null ? new Finding(found.Type.FullName, 0, found.What) : new Finding(file.Path, LineOf(syntax), $"{found.Type.Name} {found.What}");
    }

    public static Finding FindingAt((Type Type, string Method, string What) found)
    {
        foreach (var (file, syntax) in Types[found.Type.FullName!.Replace('+', '.')])
        {
            if (syntax.DescendantNodes().OfType<MethodDeclarationSyntax>().FirstOrDefault(m => m.Identifier.Text == found.Method) is { } method)
            {
                return new Finding(file.Path, method.Identifier.GetLocation().GetLineSpan().StartLinePosition.Line + 1, $"{found.Type.Name}.{found.Method} {found.What}");
            }
        }

        return FindingAt((found.Type, $"{found.Method} {found.What}"));
    }

    /// <summary>The line that begins the table of an entity.</summary>
    public static Finding TableFindingAt((Type Entity, string What) found)
    {
        foreach (var file in Repository.Product.Where(f => f.Text.Contains("ModelBuilder")))
        {
            var line = Array.FindIndex(file.Lines, l => l.Contains($".Entity<{found.Entity.Name}>(b =>"));
            if (line >= 0)
            {
                return new Finding(file.Path, line + 1, $"{found.Entity.Name} {found.What}");
            }
        }

        return FindingAt(found);
    }

    private static int LineOf(BaseTypeDeclarationSyntax syntax) => syntax.Identifier.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    private static string NameOf(BaseTypeDeclarationSyntax syntax) => string.Join('.', syntax.AncestorsAndSelf().Reverse().Select(n => n switch
    {
        BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        _ => null,
    }).OfType<string>());
}
