using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.Identity;

/// <summary>An account. Its name is unique within a tenant.</summary>
[Audited]
public class IdentityUser : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    protected IdentityUser()
    {
        UserName = NormalizedUserName = Email = NormalizedEmail = SecurityStamp = default!;
    }

    public IdentityUser(Guid id, string userName, string email, Guid? tenantId = null) : base(id)
    {
        TenantId = tenantId;
        UserName = Check.NotNullOrWhiteSpace(userName, nameof(userName), 256);
        NormalizedUserName = userName.ToUpperInvariant();
        Email = Check.NotNullOrWhiteSpace(email, nameof(email), 256);
        NormalizedEmail = email.ToUpperInvariant();
        ConcurrencyStamp = Guid.NewGuid().ToString("N");
        SecurityStamp = Guid.NewGuid().ToString();
        IsActive = true;
    }

    public virtual Guid? TenantId { get; protected set; }

    public virtual string UserName { get; protected internal set; }

    [DisableAuditing]
    public virtual string NormalizedUserName { get; protected internal set; }

    public virtual string? Name { get; set; }

    public virtual string Email { get; protected internal set; }

    [DisableAuditing]
    public virtual string NormalizedEmail { get; protected internal set; }

    public virtual string? PasswordHash { get; protected internal set; }

    [DisableAuditing]
    public virtual string SecurityStamp { get; protected internal set; }

    public virtual bool IsActive { get; protected internal set; }

    public virtual DateTimeOffset? LockoutEnd { get; protected internal set; }

    public virtual bool LockoutEnabled { get; protected internal set; }

    public virtual int AccessFailedCount { get; protected internal set; }

    public virtual string? PhoneNumber { get; protected internal set; }

    public virtual bool PhoneNumberConfirmed { get; protected internal set; }

    public virtual bool EmailConfirmed { get; protected internal set; }

    public virtual bool TwoFactorEnabled { get; protected internal set; }

    public virtual bool ShouldChangePasswordOnNextLogin { get; protected set; }

    /// <summary>When the password hash was last set; null if there never was a password.</summary>
    public virtual DateTimeOffset? LastPasswordChangeTime { get; protected set; }

    public virtual ICollection<IdentityUserRole> Roles { get; protected set; } = [];

    public virtual ICollection<IdentityUserLogin> Logins { get; protected set; } = [];

    public virtual void AddRole(Guid roleId)
    {
        if (!IsInRole(roleId))
        {
            Roles.Add(new IdentityUserRole(Id, roleId, TenantId));
        }
    }

    public virtual void RemoveRole(Guid roleId)
    {
        foreach (var role in Roles.Where(r => r.RoleId == roleId).ToList())
        {
            Roles.Remove(role);
        }
    }

    public virtual bool IsInRole(Guid roleId) => Roles.Any(r => r.RoleId == roleId);

    public virtual void SetIsActive(bool isActive) => IsActive = isActive;

    public virtual void SetPhoneNumber(string? phoneNumber, bool confirmed)
    {
        PhoneNumber = phoneNumber;
        PhoneNumberConfirmed = !string.IsNullOrWhiteSpace(phoneNumber) && confirmed;
    }

    public virtual void SetEmailConfirmed(bool confirmed) => EmailConfirmed = confirmed;

    public virtual void SetShouldChangePasswordOnNextLogin(bool shouldChangePasswordOnNextLogin) =>
        ShouldChangePasswordOnNextLogin = shouldChangePasswordOnNextLogin;

    public virtual void SetLastPasswordChangeTime(DateTimeOffset? lastPasswordChangeTime) => LastPasswordChangeTime = lastPasswordChangeTime;
}

[Audited]
public class IdentityUserRole : Entity, IMultiTenant
{
    protected IdentityUserRole() { }

    protected internal IdentityUserRole(Guid userId, Guid roleId, Guid? tenantId)
    {
        UserId = userId;
        RoleId = roleId;
        TenantId = tenantId;
    }

    public virtual Guid? TenantId { get; protected set; }

    public virtual Guid UserId { get; protected set; }

    public virtual Guid RoleId { get; protected set; }

    public override object?[] GetKeys() => [UserId, RoleId];
}

[Audited]
public class IdentityRole : AggregateRoot<Guid>, IMultiTenant
{
    protected IdentityRole() => Name = NormalizedName = default!;

    public IdentityRole(Guid id, string name, Guid? tenantId = null) : base(id)
    {
        Name = Check.NotNullOrWhiteSpace(name, nameof(name), 256);
        NormalizedName = name.ToUpperInvariant();
        TenantId = tenantId;
    }

    public virtual Guid? TenantId { get; protected set; }

    public virtual string Name { get; protected internal set; }

    public virtual string NormalizedName { get; protected internal set; }

    public virtual bool IsDefault { get; set; }

    public virtual bool IsStatic { get; set; }

    public virtual bool IsPublic { get; set; }
}
