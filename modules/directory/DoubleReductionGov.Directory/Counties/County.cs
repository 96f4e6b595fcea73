using Volo.Abp.Auditing;
using Volo.Abp;
using Volo.Abp.Domain.Entities;

namespace DoubleReductionGov.Directory.Counties;

/// <summary>A county is a tenant and has its id. The city keeps the list, so the row has no tenant.</summary>
[Audited]
internal sealed class County : BasicAggregateRoot<Guid>
{
    public const int CodeLength = 6;
    public const int NameMaxLength = 50;

    public County(Guid tenantId, string code, string name, int displayOrder)
        : base(tenantId)
    {
        Code = Check.NotNullOrWhiteSpace(code, nameof(code));
        if (code.Length != CodeLength || !code.All(char.IsAsciiDigit))
        {
            throw new ArgumentException($"A county's code is {CodeLength} digits, not '{code}'.", nameof(code));
        }

        Name = Check.NotNullOrWhiteSpace(name, nameof(name), NameMaxLength);
        DisplayOrder = displayOrder;
        IsActive = true;
    }

    private County()
    {
    }

    public string Code { get; private set; } = null!;

    public string Name { get; private set; } = null!;

    public int DisplayOrder { get; private set; }

    /// <summary>An inactive county is in no list and cannot be entered; its own accounts are the tenant's matter.</summary>
    public bool IsActive { get; private set; }

    public void Activate() => IsActive = true;

    public void Deactivate() => IsActive = false;

    public void Rename(string name) => Name = Check.NotNullOrWhiteSpace(name, nameof(name), NameMaxLength);
}
