namespace DoubleReductionGov.Bench;

/// <summary>How long until a fresh process answers, and what it holds when nobody asks any more.</summary>
internal static class StartBench
{
    private const int RequestsBeforeIdle = 10;

    public static async Task RunAsync(Contestants pair, BenchPlan plan, ResultTable table)
    {
        Progress.Say($"{pair.Database.Product}: {2 * plan.StartBlocks} starts of each");
        string cookie;
        using (var server = pair.StartProduct())
        {
            await server.FirstAnswerAsync(Contestants.ProductOptions);
            cookie = await Contestants.SignInAsync(server, pair.Database.County);
        }

        var product = new List<Start>();
        var bare = new List<Start>();
        for (var block = 0; block < plan.StartBlocks; block++)
        {
            await ProductAsync();
            await BareAsync();
            await BareAsync();
            await ProductAsync();
        }

        table.AddTime("start to the first 200 of the sign-in options", product.ConvertAll(s => s.First), bare.ConvertAll(s => s.First), "< 1.5 s");
        table.AddTime("start to the first 200 of the task list, asked right after", product.ConvertAll(s => s.Second), bare.ConvertAll(s => s.Second), "");
        table.AddTime("processor time of the process until then", product.ConvertAll(s => s.ProcessorTime), bare.ConvertAll(s => s.ProcessorTime), "");
        table.AddMemory("working set when idle", product.ConvertAll(s => s.WorkingSet), bare.ConvertAll(s => s.WorkingSet), "< 150 MB");
        table.AddMemory("… of it not shared with other processes", product.ConvertAll(s => s.PrivateWorkingSet), bare.ConvertAll(s => s.PrivateWorkingSet), "");

        async Task ProductAsync()
        {
            using var server = pair.StartProduct();
            product.Add(await StartAsync(server, plan, Contestants.ProductOptions, Contestants.ProductTasks(cookie)));
            cookie = await Contestants.SignInAsync(server, pair.Database.County);
        }

        async Task BareAsync()
        {
            using var server = pair.StartBare();
            bare.Add(await StartAsync(server, plan, Contestants.BareOptions, Contestants.BareTasks(pair.Database.County)));
        }
    }

    private static async Task<Start> StartAsync(ServerProcess server, BenchPlan plan, Probe options, Probe tasks)
    {
        var first = await server.FirstAnswerAsync(options);
        var second = await server.FirstAnswerAsync(tasks);
        var processorTime = server.ProcessorTime;
        for (var request = 0; request < RequestsBeforeIdle; request++)
        {
            await server.FirstAnswerAsync(options);
            await server.FirstAnswerAsync(tasks);
        }

        await Task.Delay(plan.Settle);
        return new Start(first, second, processorTime, server.WorkingSet, server.PrivateWorkingSet);
    }

    private sealed record Start(TimeSpan First, TimeSpan Second, TimeSpan ProcessorTime, long WorkingSet, long PrivateWorkingSet);
}
