using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DoubleReductionGov.Architecture.Tests;

/// <summary>A text file of the repository; its path is relative to the root and has forward slashes.</summary>
internal sealed class SourceFile
{
    private readonly Lazy<string> _text;
    private readonly Lazy<string[]> _lines;
    private readonly Lazy<SyntaxNode> _syntax;

    public SourceFile(string path, Func<string> read)
    {
        Path = path;
        _text = new Lazy<string>(read);
        _lines = new Lazy<string[]>(() => Text.Split('\n'));
        _syntax = new Lazy<SyntaxNode>(() => CSharpSyntaxTree.ParseText(Text, CSharpParseOptions.Default.WithDocumentationMode(DocumentationMode.None), Path).GetRoot());
    }

    public string Path { get; }

    public string Text => _text.Value;

    public string[] Lines => _lines.Value;

    /// <summary>How many lines there are; the end of the last one begins no other.</summary>
    public int LineCount => Lines.Length - (Text.EndsWith('\n') ? 1 : 0);

    public SyntaxNode Syntax => _syntax.Value;

    public string Extension => System.IO.Path.GetExtension(Path);

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>For the proof that a guard sees what it looks for.</summary>
    public static SourceFile Of(string text, string path = "modules/sample/Sample.cs") => new(path, () => text);

    public Finding FindingAt(SyntaxNode node, string what) => new(Path, LineOf(node), what);

    public static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
