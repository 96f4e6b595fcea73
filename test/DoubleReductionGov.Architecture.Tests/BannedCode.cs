using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoubleReductionGov.Architecture.Tests;

/// <summary>What product code does not do.</summary>
internal static class BannedCode
{
    private static readonly string[] ClockNames = ["DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow"];

    /// <summary>Time comes from IClock or TimeProvider, which a test can set.</summary>
    public static IEnumerable<Finding> Clocks(SourceFile file) =>
        from access in Accesses(file)
        let name = access.ToString()
        where ClockNames.Any(c => name == c || name.EndsWith("." + c, StringComparison.Ordinal))
        select file.FindingAt(access, $"{name}: take the time from IClock or TimeProvider");

    /// <summary>Ids come from IGuidGenerator and sort by time; a random Guid is for stamps and secrets, which are strings.</summary>
    public static IEnumerable<Finding> RandomIds(SourceFile file) =>
        from call in Calls(file)
        where call.Expression.ToString().EndsWith("Guid.NewGuid", StringComparison.Ordinal)
            && call.Parent is not MemberAccessExpressionSyntax { Name.Identifier.Text: "ToString" }
        select file.FindingAt(call, "Guid.NewGuid: ids come from IGuidGenerator");

    public static IEnumerable<Finding> EmptyCatches(SourceFile file) =>
        from clause in file.Syntax.DescendantNodes().OfType<CatchClauseSyntax>()
        where clause.Block.Statements.Count == 0
        select file.FindingAt(clause, "swallows an exception");

    public static IEnumerable<Finding> ConsoleWrites(SourceFile file) =>
        from access in Accesses(file)
        where access.Expression.ToString() is "Console" or "System.Console"
        select file.FindingAt(access, $"{access}: use a logger");

    /// <summary>task.Result, task.Wait() and GetAwaiter().GetResult() block a thread and may never end.</summary>
    public static IEnumerable<Finding> BlockingWaits(SourceFile file) =>
        from access in Accesses(file)
        let name = access.Name.Identifier.Text
        where (name == "Result" && IsTask(access.Expression) && !IsAssigned(access))
            || (name == "Wait" && access.Parent is InvocationExpressionSyntax && IsTask(access.Expression))
            || (name == "GetResult" && access.Expression.ToString().EndsWith("GetAwaiter()", StringComparison.Ordinal))
        select file.FindingAt(access, $"{access} blocks: await it");

    /// <summary>Only EF Core's own commands name their tenant on PostgreSQL; the kernel takes the connection to share it and to make parameters.</summary>
    public static IEnumerable<Finding> RawConnections(SourceFile file) =>
        from access in Accesses(file)
        where access.Name.Identifier.Text == "GetDbConnection" && !file.Path.StartsWith("modules/abp/", StringComparison.Ordinal)
        select file.FindingAt(access, $"{access}: a command of one's own would act for the tenant that the connection was told last");

    private static bool IsTask(ExpressionSyntax expression) => expression switch
    {
        InvocationExpressionSyntax { Expression: var called } => LastName(called).EndsWith("Async", StringComparison.Ordinal) || called.ToString().StartsWith("Task.", StringComparison.Ordinal),
        _ => LastName(expression).EndsWith("task", StringComparison.OrdinalIgnoreCase),
    };

    private static string LastName(ExpressionSyntax expression) => expression.DescendantTokens().LastOrDefault(t => t.IsKind(SyntaxKind.IdentifierToken)).Text ?? "";

    private static bool IsAssigned(MemberAccessExpressionSyntax access) => access.Parent is AssignmentExpressionSyntax assignment && assignment.Left == access;

    private static IEnumerable<MemberAccessExpressionSyntax> Accesses(SourceFile file) => file.Syntax.DescendantNodes().OfType<MemberAccessExpressionSyntax>();

    private static IEnumerable<InvocationExpressionSyntax> Calls(SourceFile file) => file.Syntax.DescendantNodes().OfType<InvocationExpressionSyntax>();
}

public sealed class BannedCodeTests
{
    [Fact]
    public void Nothing_reads_the_machines_clock() => Guards.Clock.ShouldFindNothing();

    [Fact]
    public void No_id_is_random() => Guards.Ids.ShouldFindNothing();

    [Fact]
    public void No_exception_is_swallowed() => Guards.EmptyCatch.ShouldFindNothing();

    [Fact]
    public void Nothing_is_written_to_the_console() => Guards.Console.ShouldFindNothing();

    [Fact]
    public void No_thread_waits_for_a_task() => Guards.Blocking.ShouldFindNothing();

    [Fact]
    public void No_command_goes_round_the_tenant() => Guards.RawConnection.ShouldFindNothing();

    [Fact]
    public void The_guards_see_what_they_look_for()
    {
        BannedCode.Clocks(In("var now = DateTime.Now; var then = System.DateTimeOffset.UtcNow; var today = DateTime.Today;")).Count().ShouldBe(3);
        BannedCode.RandomIds(In("var id = Guid.NewGuid(); var other = System.Guid.NewGuid();")).Count().ShouldBe(2);
        BannedCode.EmptyCatches(In("try { } catch { } try { } catch (Exception) { /* said, not done */ }")).Count().ShouldBe(2);
        BannedCode.ConsoleWrites(In("Console.WriteLine(1); System.Console.Error.Write(2);")).Count().ShouldBe(2);
        BannedCode.BlockingWaits(In("var a = ReadAsync().Result; task.Wait(); b.ReadAsync().GetAwaiter().GetResult(); Task.Run(F).Wait(); var c = this.readTask.Result;")).Count().ShouldBe(5);
        BannedCode.RawConnections(In("var connection = context.Database.GetDbConnection();")).ShouldHaveSingleItem();
    }

    [Fact]
    public void The_guards_leave_the_rest_alone()
    {
        BannedCode.Clocks(In("// DateTime.Now\nvar text = \"DateTime.Now\"; var now = clock.Now; var day = DateTime.MinValue;")).ShouldBeEmpty();
        BannedCode.RandomIds(In("var stamp = Guid.NewGuid().ToString(\"N\"); var id = Guid.CreateVersion7();")).ShouldBeEmpty();
        BannedCode.EmptyCatches(In("try { } catch { throw; }")).ShouldBeEmpty();
        BannedCode.ConsoleWrites(In("console.WriteLine();")).ShouldBeEmpty();
        BannedCode.BlockingWaits(In("context.Result = new EmptyResult(); var x = outcome.Result; signal.Wait(); await ReadAsync();")).ShouldBeEmpty();
    }

    private static SourceFile In(string statements) => SourceFile.Of($"class C {{ void M() {{ {statements} }} }}");
}
