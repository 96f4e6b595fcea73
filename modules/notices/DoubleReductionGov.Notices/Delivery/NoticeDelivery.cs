using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Notices.Delivery;

internal enum DeliveryState
{
    Waiting,
    Sent,

    /// <summary>Given up after <see cref="NoticeDelivery.MaximumAttempts"/>, or there is no address.</summary>
    Failed,
}

/// <summary>That a notice has to leave by one channel, and whether it did.</summary>
internal sealed class NoticeDelivery : BasicAggregateRoot<Guid>, IMultiTenant
{
    public const int MaximumAttempts = 6;
    public const int ChannelMaxLength = 16;
    public const int LastErrorMaxLength = 200;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(5);

    private NoticeDelivery()
    {
    }

    public NoticeDelivery(Guid id, Guid? tenantId, Guid userId, Guid noticeId, string channel, DateTime notBefore) : base(id)
    {
        TenantId = tenantId;
        UserId = userId;
        NoticeId = noticeId;
        Channel = channel;
        NotBefore = notBefore;
    }

    public Guid? TenantId { get; private set; }

    public Guid UserId { get; private set; }

    public Guid NoticeId { get; private set; }

    public string Channel { get; private set; } = null!;

    /// <summary>UTC. Null: it does not wait any more.</summary>
    public DateTime? NotBefore { get; private set; }

    public DeliveryState State { get; private set; }

    public int Attempts { get; private set; }

    public DateTime? SentTime { get; private set; }

    /// <summary>The kind of the last failure; never an address or a text.</summary>
    public string? LastError { get; private set; }

    public void Sent(DateTime time)
    {
        State = DeliveryState.Sent;
        SentTime = time;
        NotBefore = null;
    }

    /// <summary>Tried again after 5, 10, 20, … minutes.</summary>
    public void Failed(DateTime time, string error)
    {
        Attempts++;
        LastError = error.Length > LastErrorMaxLength ? error[..LastErrorMaxLength] : error;
        if (Attempts < MaximumAttempts)
        {
            NotBefore = time + (FirstPause * Math.Pow(2, Attempts - 1));
        }
        else
        {
            GiveUp(LastError);
        }
    }

    public void GiveUp(string error)
    {
        State = DeliveryState.Failed;
        NotBefore = null;
        LastError = error;
    }
}
