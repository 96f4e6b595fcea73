using DoubleReductionGov.Directory.Organisations;
using Volo.Abp.Auditing;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Directory.People;

[Audited]
internal sealed class Person : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public const int NameMaxLength = 50;
    public const int PostMaxLength = 50;

    public Person(Guid id, string name, string? post, Organisation organisation)
        : base(id) =>
        Describe(name, post, organisation);

    private Person()
    {
    }

    public Guid? TenantId { get; private set; }

    public Guid OrganisationId { get; private set; }

    public string Name { get; private set; } = null!;

    public string? Post { get; private set; }

    public Guid? UserId { get; private set; }

    /// <summary>An organisation of another tenant does not exist for this person.</summary>
    public void Describe(string name, string? post, Organisation organisation)
    {
        if (organisation.TenantId != TenantId)
        {
            throw new EntityNotFoundException(typeof(Organisation), organisation.Id);
        }

        Name = Check.NotNullOrWhiteSpace(name, nameof(name), NameMaxLength).Trim();
        Post = string.IsNullOrWhiteSpace(post) ? null : Check.NotNullOrWhiteSpace(post, nameof(post), PostMaxLength).Trim();
        OrganisationId = organisation.Id;
    }

    public void LinkAccount(Guid userId)
    {
        if (UserId is not null && UserId != userId)
        {
            throw new InvalidOperationException($"Person {Id} already has the account {UserId}.");
        }

        UserId = userId;
    }

    /// <summary>As <see cref="LinkAccount"/>, asked for by somebody to whom the answer may be no.</summary>
    public void TakeAccount(Guid userId)
    {
        if (UserId is not null && UserId != userId)
        {
            throw new BusinessException(DirectoryErrors.PersonHasAccount).WithData("name", Name);
        }

        UserId = userId;
    }

    public void UnlinkAccount() => UserId = null;
}
