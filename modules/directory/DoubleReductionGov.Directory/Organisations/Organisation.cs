using Volo.Abp.Auditing;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Directory.Organisations;

[Audited]
internal sealed class Organisation : AggregateRoot<Guid>, IMultiTenant
{
    public const int CodeLength = 3;
    public const int NameMaxLength = 100;
    public const int ShortNameMaxLength = 20;

    public Organisation(Guid id, string code, string name, string shortName, int displayOrder)
        : base(id)
    {
        Code = Check.NotNullOrWhiteSpace(code, nameof(code));
        if (code.Length != CodeLength || !code.All(char.IsAsciiLetterUpper))
        {
            throw new ArgumentException($"An organisation's code is {CodeLength} capital letters, not '{code}'.", nameof(code));
        }

        Name = Check.NotNullOrWhiteSpace(name, nameof(name), NameMaxLength);
        ShortName = Check.NotNullOrWhiteSpace(shortName, nameof(shortName), ShortNameMaxLength);
        DisplayOrder = displayOrder;
    }

    private Organisation()
    {
    }

    public Guid? TenantId { get; private set; }

    /// <summary>The same for the same department of city and counties, so that a plan of the city finds its department in each county.</summary>
    public string Code { get; private set; } = null!;

    public string Name { get; private set; } = null!;

    public string ShortName { get; private set; } = null!;

    public int DisplayOrder { get; private set; }
}
