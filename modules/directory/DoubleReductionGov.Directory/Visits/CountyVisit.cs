using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Directory.Visits;

/// <summary>One look of the city into a county. The row is the county's: it says who, when, why and at what, in words that stay.</summary>
internal sealed class CountyVisit : BasicAggregateRoot<Guid>, IMultiTenant
{
    public const int PurposeMaxLength = ICountyVisits.PurposeMaxLength;
    public const int SubjectMaxLength = ICountyVisits.SubjectMaxLength;
    public const int VisitorNameMaxLength = 256;

    public CountyVisit(Guid id, Visitor visitor, string purpose, string subject, DateTime time)
        : base(id)
    {
        VisitorId = visitor.UserId;
        VisitorName = Check.NotNullOrWhiteSpace(visitor.Name, nameof(visitor), VisitorNameMaxLength);
        VisitorOrganisation = visitor.Organisation;
        Purpose = StatePurpose(purpose);
        Subject = Check.NotNullOrWhiteSpace(subject, nameof(subject), SubjectMaxLength);
        Time = time;
    }

    private CountyVisit()
    {
    }

    public Guid? TenantId { get; private set; }

    public Guid VisitorId { get; private set; }

    public string VisitorName { get; private set; } = null!;

    public string? VisitorOrganisation { get; private set; }

    public string Purpose { get; private set; } = null!;

    public string Subject { get; private set; } = null!;

    public DateTime Time { get; private set; }

    public static string StatePurpose(string? purpose)
    {
        var stated = purpose?.Trim();
        if (string.IsNullOrEmpty(stated))
        {
            throw new BusinessException(DirectoryErrors.PurposeIsRequired);
        }

        if (stated.Length > PurposeMaxLength)
        {
            throw new BusinessException(DirectoryErrors.PurposeIsTooLong).WithData("maxLength", PurposeMaxLength);
        }

        return stated;
    }
}

/// <summary>Who looks, as the county will read it. The organisation is null if the account belongs to no person of the city.</summary>
internal sealed record Visitor(Guid UserId, string Name, string? Organisation);
