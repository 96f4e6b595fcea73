using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;

namespace DoubleReductionGov.Notices.Inbox;

/// <summary>Title and body of a notice in the current language.</summary>
internal sealed class NoticeTexts(IOptions<NoticeOptions> options, IStringLocalizerFactory localizers) : ITransientDependency
{
    public string Title(Notice notice) => Text(notice, "");

    public string Body(Notice notice) => Text(notice, ":Text");

    public string Kind(NoticeDefinition definition) => localizers.Create(definition.Resource)[$"Notice:{definition.Name}:Kind"];

    // A notice outlives the release that declared it: without a declaration its name is better than nothing.
    private string Text(Notice notice, string part)
    {
        if (options.Value.Find(notice.Name) is not { } definition)
        {
            return notice.Name;
        }

        string text = localizers.Create(definition.Resource)[$"Notice:{definition.Name}{part}"];
        return notice.Values.Aggregate(text, (filled, value) => filled.Replace("{" + value.Key + "}", value.Value, StringComparison.Ordinal));
    }
}
