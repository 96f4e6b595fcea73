using DoubleReductionGov.Bench;

// Bench.dll <root of the repository> [--quick] [--starts] [--floor] [--host <folder>]: etc/bench/run builds everything and calls it.
if (args.Length == 0)
{
    Console.Error.WriteLine("Run it with etc/bench/run.");
    return 2;
}

var startsOnly = args.Contains("--starts");
var floorOnly = args.Contains("--floor");
var hostOption = Array.IndexOf(args, "--host");
var publishedHost = hostOption < 0 ? null : Path.GetFullPath(args[hostOption + 1]);

var plan = args.Contains("--quick") ? BenchPlan.Quick : BenchPlan.Full;
var folder = System.IO.Directory.CreateTempSubdirectory("double-reduction-gov-bench-").FullName;
try
{
    var table = new ResultTable();
    var floor = new FloorTable();
    if (!floorOnly)
    {
        await MeasureAsync(new SqliteTaskDatabase(folder), withStarts: true);
    }

    if (!startsOnly && Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 } postgres)
    {
        await using var database = new PostgresTaskDatabase(postgres);
        await MeasureAsync(database, withStarts: false);
    }

    Console.WriteLine();
    Console.WriteLine(floorOnly ? floor.ToMarkdown() : $"{table.ToMarkdown()}\n\n{floor.ToMarkdown()}");

    async Task MeasureAsync(TaskDatabase database, bool withStarts)
    {
        var pair = new Contestants(args[0], publishedHost, folder, database);
        Progress.Say($"{database.Product}: making a county with {TaskDatabase.TaskCount:N0} tasks");
        await database.FillAsync(pair);
        if (withStarts)
        {
            await StartBench.RunAsync(pair, plan, table);
        }

        if (!startsOnly && !floorOnly)
        {
            await LoadBench.RunAsync(pair, plan, table);
        }

        if (database.Floor is not null)
        {
            await FloorBench.RunAsync(pair, plan, floor);
        }
    }
}
finally
{
    System.IO.Directory.Delete(folder, recursive: true);
}

return 0;
