using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Notices.Preferences;

/// <summary>How often messages outside the portal come.</summary>
public enum Digest
{
    /// <summary>Each burst as one message, two minutes after its first notice.</summary>
    AtOnce,

    /// <summary>At the full hour.</summary>
    Hourly,

    /// <summary>Each morning.</summary>
    Daily,
}

/// <summary>How one person wants to be told outside the portal.</summary>
internal sealed class NoticePreference : BasicAggregateRoot<Guid>, IMultiTenant
{
    private NoticePreference()
    {
    }

    public NoticePreference(Guid id, Guid? tenantId, Guid userId, QuietHours quiet) : base(id)
    {
        TenantId = tenantId;
        UserId = userId;
        QuietFrom = quiet.From;
        QuietTo = quiet.To;
    }

    public Guid? TenantId { get; private set; }

    public Guid UserId { get; private set; }

    public Digest Digest { get; private set; }

    public TimeOnly? QuietFrom { get; private set; }

    public TimeOnly? QuietTo { get; private set; }

    /// <summary>By name of the notice; what is not here goes as its severity says.</summary>
    public Dictionary<string, ChannelChoice> Channels { get; private set; } = [];

    public QuietHours Quiet => new(QuietFrom, QuietTo);

    public void Change(Digest digest, QuietHours quiet, IReadOnlyDictionary<string, ChannelChoice> channels)
    {
        Digest = digest;
        QuietFrom = quiet.From;
        QuietTo = quiet.To;
        Channels = new Dictionary<string, ChannelChoice>(channels);
    }

    public ChannelChoice Choice(NoticeDefinition definition) => Channels.GetValueOrDefault(definition.Name) ?? ChannelChoice.Usual(definition.Severity);
}

internal sealed record ChannelChoice(bool Email, bool Sms)
{
    public static ChannelChoice Usual(NoticeSeverity severity) => new(severity >= NoticeSeverity.Warning, severity >= NoticeSeverity.Urgent);
}
