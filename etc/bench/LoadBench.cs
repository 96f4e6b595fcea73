namespace DoubleReductionGov.Bench;

/// <summary>The task list under load. Slots of both servers alternate as product, bare, bare, product, so that both meet the same noise.</summary>
internal static class LoadBench
{
    public static async Task RunAsync(Contestants pair, BenchPlan plan, ResultTable table)
    {
        using var product = pair.StartProduct();
        using var bare = pair.StartBare();
        await product.FirstAnswerAsync(Contestants.ProductOptions);
        await bare.FirstAnswerAsync(Contestants.BareOptions);
        await CompileAsync(pair, plan, product, bare);
        foreach (var connections in BenchPlan.Connections)
        {
            await MeasureAsync(pair.Database.County, $"20 of {TaskDatabase.TaskCount:N0} tasks", connections);
        }

        await MeasureAsync(pair.Database.OtherCounty, $"20 of {pair.Database.OriginalCount} tasks", BenchPlan.ConnectionsOfSmallCounty);

        async Task MeasureAsync(Guid county, string list, int connections)
        {
            Progress.Say($"{pair.Database.Product}: {list}, {connections} connection(s)");

            // As a browser's, the cookie is never older than the check of its account.
            var productTasks = Contestants.ProductTasks(await Contestants.SignInAsync(product, county));
            var bareTasks = Contestants.BareTasks(county);
            await CompareAnswersAsync(product, productTasks, bare, bareTasks);
            using var productLoad = new Load(product, productTasks, connections);
            using var bareLoad = new Load(bare, bareTasks, connections);
            var slots = await AlternateAsync(productLoad, bareLoad, plan);
            table.AddLoad($"{pair.Database.Product}, {list}, {connections} connection{(connections == 1 ? "" : "s")}", slots);
        }
    }

    private static async Task CompileAsync(Contestants pair, BenchPlan plan, ServerProcess product, ServerProcess bare)
    {
        Progress.Say($"{pair.Database.Product}: warming up");
        using var productLoad = new Load(product, Contestants.ProductTasks(await Contestants.SignInAsync(product, pair.Database.OtherCounty)), 2);
        using var bareLoad = new Load(bare, Contestants.BareTasks(pair.Database.OtherCounty), 2);
        await productLoad.RunAsync(plan.Compile);
        await bareLoad.RunAsync(plan.Compile);
    }

    private static async Task<List<(Slot Product, Slot Bare)>> AlternateAsync(Load product, Load bare, BenchPlan plan)
    {
        await product.RunAsync(plan.WarmUp);
        await bare.RunAsync(plan.WarmUp);
        var slots = new List<(Slot Product, Slot Bare)>();
        for (var block = 0; block < plan.LoadBlocks; block++)
        {
            var first = await product.RunAsync(plan.Slot);
            slots.Add((first, await bare.RunAsync(plan.Slot)));
            var second = await bare.RunAsync(plan.Slot);
            slots.Add((await product.RunAsync(plan.Slot), second));
        }

        return slots;
    }

    // A comparison of two answers that differ would say nothing.
    private static async Task CompareAnswersAsync(ServerProcess product, Probe productTasks, ServerProcess bare, Probe bareTasks)
    {
        var one = await BodyAsync(product, productTasks);
        var other = await BodyAsync(bare, bareTasks);
        if (one != other)
        {
            throw new InvalidOperationException($"The two answers differ.\nProduct: {one}\nBare:    {other}");
        }
    }

    private static async Task<string> BodyAsync(ServerProcess server, Probe probe)
    {
        using var response = await server.Client.SendAsync(probe.ToRequest());
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }
}
