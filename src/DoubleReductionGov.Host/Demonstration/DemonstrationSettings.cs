using Volo.Abp.Settings;

namespace DoubleReductionGov.Host.Demonstration;

/// <summary>How far loading the demonstration city came, so that a start that was broken off is noticed.</summary>
internal sealed class DemonstrationSettings : SettingDefinitionProvider
{
    public const string State = "Host.Demonstration.State";
    public const string Loading = "loading";
    public const string Ready = "ready";

    public override void Define(ISettingDefinitionContext context) => context.Add(new SettingDefinition(State));
}
