using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.Identity;

/// <summary>One sign-in of an account that has not ended; <see cref="SessionId"/> is the claim that names it.</summary>
public class IdentitySession : BasicAggregateRoot<Guid>, IMultiTenant
{
    protected IdentitySession() => SessionId = Device = default!;

    public IdentitySession(
        Guid id, string sessionId, string device, string? deviceInfo, Guid userId, Guid? tenantId, string? clientId, string? ipAddresses,
        DateTime signedIn, DateTime? lastAccessed = null)
        : base(id)
    {
        SessionId = Check.NotNullOrWhiteSpace(sessionId, nameof(sessionId), 128);
        Device = Check.NotNullOrWhiteSpace(device, nameof(device), 64);
        DeviceInfo = deviceInfo;
        UserId = userId;
        TenantId = tenantId;
        ClientId = clientId;
        IpAddresses = ipAddresses;
        SignedIn = signedIn;
        LastAccessed = lastAccessed;
    }

    public virtual string SessionId { get; protected set; }

    public virtual string Device { get; protected set; }

    public virtual string? DeviceInfo { get; protected set; }

    public virtual Guid? TenantId { get; protected set; }

    public virtual Guid UserId { get; protected set; }

    public virtual string? ClientId { get; set; }

    public virtual string? IpAddresses { get; protected set; }

    public virtual DateTime SignedIn { get; protected set; }

    public virtual DateTime? LastAccessed { get; protected set; }
}
