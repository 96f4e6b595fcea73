namespace Volo.Abp.Options;

public class PreConfigureActionList<TOptions> : List<Action<TOptions>>
{
    public void Configure(TOptions options) => ForEach(action => action(options));
}
