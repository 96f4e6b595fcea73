using System.Text;
using System.Text.Json;

namespace DoubleReductionGov.Bench;

/// <summary>
/// What one request costs that does next to nothing: a list, a look-up and a creation through the whole stack, beside plain EF Core and beside
/// Npgsql alone, each in its turn within the same seconds. On PostgreSQL only.
/// </summary>
internal static class FloorBench
{
    private static readonly string[] Ways = ["product", "ef", "raw"];

    public static async Task RunAsync(Contestants pair, BenchPlan plan, FloorTable table)
    {
        using var product = pair.StartProduct();
        using var bare = pair.StartBare();
        await product.FirstAnswerAsync(Contestants.ProductOptions);
        await bare.FirstAnswerAsync(Contestants.BareOptions);
        var county = pair.Database.County;
        var floor = pair.Database.Floor!;
        var requests = new (string What, Func<string, Session, Probe> ProbeOf)[]
        {
            ("list of 20", (way, session) => Get(way, session, county, $"person?organisationId={floor.Organisation}")),
            ("get", (way, session) => Get(way, session, county, $"person/{floor.Person}")),
            ("create", (way, session) => Get(way, session, county, "person") with
            {
                Token = session.Token,
                Body = JsonSerializer.Serialize(new { name = "新人", post = "科员", organisationId = floor.OtherOrganisation }),
            }),
        };
        foreach (var (what, probeOf) in requests)
        {
            Progress.Say($"{what}: until the runtime has compiled it for the second time");
            await WarmUpAsync(await LoadsAsync(probeOf, BenchPlan.ConnectionsOfSmallCounty), plan.Compile / 2);
        }

        foreach (var connections in BenchPlan.Connections)
        {
            foreach (var (what, probeOf) in requests)
            {
                await MeasureAsync($"{what}, {connections} connection{(connections == 1 ? "" : "s")}", await LoadsAsync(probeOf, connections), plan, table);
            }
        }

        // As a browser's, the cookie is never older than the check of its account, which is due after a minute.
        async Task<List<Load>> LoadsAsync(Func<string, Session, Probe> probeOf, int connections)
        {
            var session = await Contestants.SignInWithTokenAsync(product, county);
            return Ways.Select(way => new Load(way == "product" ? product : bare, probeOf(way, session), connections)).ToList();
        }
    }

    private static async Task WarmUpAsync(List<Load> loads, TimeSpan time)
    {
        foreach (var load in loads)
        {
            await load.RunAsync(time);
        }
    }

    private static async Task MeasureAsync(string measure, List<Load> loads, BenchPlan plan, FloorTable table)
    {
        Progress.Say(measure);
        await CompareAnswersAsync(loads);
        await WarmUpAsync(loads, plan.WarmUp);

        var slots = loads.ConvertAll(_ => new List<Slot>());
        for (var block = 0; block < Math.Max(1, plan.LoadBlocks / 2); block++)
        {
            foreach (var turn in new[] { 0, 1, 2, 2, 1, 0 })
            {
                slots[turn].Add(await loads[turn].RunAsync(plan.Slot));
            }
        }

        table.Add(measure, slots);
        loads.ForEach(load => load.Dispose());
    }

    private static Probe Get(string way, Session session, Guid county, string path) =>
        way == "product" ? new Probe($"/api/directory/{path}", session.Cookie) : new Probe($"/{way}/{path}{(path.Contains('?') ? '&' : '?')}county={county}");

    // A comparison of answers that differ would say nothing; what is created has an id of its own.
    private static async Task CompareAnswersAsync(List<Load> loads)
    {
        var answers = new List<string>();
        foreach (var load in loads.Where(load => load.Probe.Body is null))
        {
            answers.Add(Encoding.UTF8.GetString(await load.AskOnceAsync()));
        }

        if (answers.Distinct().Count() > 1)
        {
            throw new InvalidOperationException("The answers differ.\n" + string.Join('\n', answers));
        }
    }
}

/// <param name="Cookie">Of a signed-in user.</param>
/// <param name="Token">The antiforgery token that goes with it.</param>
internal sealed record Session(string Cookie, string Token);

/// <summary>Where the floor is measured.</summary>
/// <param name="Organisation">Has twenty people.</param>
/// <param name="Person">One of them.</param>
/// <param name="OtherOrganisation">Gets the people that are created.</param>
internal sealed record FloorData(Guid Organisation, Guid Person, Guid OtherOrganisation);
