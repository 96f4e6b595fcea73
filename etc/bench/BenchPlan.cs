namespace DoubleReductionGov.Bench;

/// <summary>How much is measured.</summary>
/// <param name="StartBlocks">Blocks of four starts: product, bare, bare, product.</param>
/// <param name="Settle">Quiet time before the memory of an idle server is read.</param>
/// <param name="LoadBlocks">Blocks of four slots of load for each number of connections: product, bare, bare, product.</param>
/// <param name="Slot">How long one slot lasts.</param>
/// <param name="Compile">How long each server is asked before anything counts: the runtime compiles its busy methods a second time.</param>
/// <param name="WarmUp">How long it is asked before each row counts.</param>
internal sealed record BenchPlan(int StartBlocks, TimeSpan Settle, int LoadBlocks, TimeSpan Slot, TimeSpan Compile, TimeSpan WarmUp)
{
    public static readonly int[] Connections = [1, 16, 64];

    /// <summary>A county of today has some dozens of tasks: there the framework costs more than the query.</summary>
    public const int ConnectionsOfSmallCounty = 16;

    public static readonly BenchPlan Full = new(4, TimeSpan.FromSeconds(4), 5, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(3));

    public static readonly BenchPlan Quick = new(1, TimeSpan.FromSeconds(1), 1, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1));
}

internal static class Progress
{
    /// <summary>What is going on, apart from the table on standard output.</summary>
    public static void Say(string text) => Console.Error.WriteLine($"[{DateTime.Now:HH:mm:ss}] {text}");
}
