using DoubleReductionGov.Host.Databases;

[assembly: AssemblyFixture(typeof(DoubleReductionGov.Host.DemonstrationTemplate))]

namespace DoubleReductionGov.Host;

/// <summary>The demonstration city, loaded once for the whole run; every class of tests works on a copy of its own.</summary>
public sealed class DemonstrationTemplate : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        await using var application = new HostApplication(_database);
        application.Start();
        await application.DeliverEventsAsync();
    }

    public Task<TestDatabase> CopyAsync() => _database.CopyAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
