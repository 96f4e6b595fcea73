using DoubleReductionGov.Host.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleReductionGov.Host.Faults;

/// <summary>The demonstration city with a clock that the test sets.</summary>
public sealed class QuzhouWithClock(DemonstrationTemplate template) : IAsyncLifetime
{
    public SettableClock Clock { get; } = new();

    public HostApplication Application { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Application = new ApplicationWithClock(await template.CopyAsync(), Clock);

    public async ValueTask DisposeAsync()
    {
        await Application.DisposeAsync();
        await Application.Database.DisposeAsync();
    }

    private sealed class ApplicationWithClock(TestDatabase database, SettableClock clock) : HostApplication(database)
    {
        protected override void ConfigureServices(IServiceCollection services) => services.AddSingleton<TimeProvider>(clock);
    }
}

public sealed class SettableClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => Now;
}
