using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Notices.Inbox;

/// <summary>What one person was told. The texts are made when it is read, in the language of who reads.</summary>
internal sealed class Notice : BasicAggregateRoot<Guid>, IMultiTenant
{
    public const int NameMaxLength = 100;
    public const int LinkMaxLength = 500;

    private Notice()
    {
    }

    public Notice(Guid id, Guid? tenantId, Guid userId, NoticeToSend notice, NoticeSeverity severity, DateTime time) : base(id)
    {
        TenantId = tenantId;
        UserId = userId;
        Name = notice.Name;
        Values = new Dictionary<string, string>(notice.Values);
        Link = notice.Link;
        Severity = severity;
        Time = time;
    }

    public Guid? TenantId { get; private set; }

    public Guid UserId { get; private set; }

    public string Name { get; private set; } = null!;

    public Dictionary<string, string> Values { get; private set; } = [];

    public string? Link { get; private set; }

    public NoticeSeverity Severity { get; private set; }

    public DateTime Time { get; private set; }

    public DateTime? ReadTime { get; private set; }

    /// <summary>Reading it again changes nothing.</summary>
    public void MarkRead(DateTime time) => ReadTime ??= time;
}
