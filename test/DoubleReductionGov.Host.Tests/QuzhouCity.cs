using DoubleReductionGov.Host.Plans;
using DoubleReductionGov.Programme.Plans;

namespace DoubleReductionGov.Host;

/// <summary>The demonstration city on a copy that belongs to one class of tests.</summary>
public class QuzhouCity(DemonstrationTemplate template) : IAsyncLifetime
{
    public HostApplication Application { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Application = new HostApplication(await template.CopyAsync());

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Application.DisposeAsync();
        await Application.Database.DisposeAsync();
    }
}

/// <summary>The demonstration city after it issued a second, small plan, with which no county has begun.</summary>
public sealed class QuzhouWithSpecialPlan(DemonstrationTemplate template) : QuzhouCity(template)
{
    public PlanDto Plan { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Plan = await Application.IssueAsync(new SpecialPlan("special-plan"));
    }
}
