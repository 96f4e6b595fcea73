using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;

namespace DoubleReductionGov.Notices.Delivery;

/// <summary>Where the active accounts of the current tenant can be reached.</summary>
internal sealed class AddressBook(IRepository<IdentityUser, Guid> users) : ITransientDependency
{
    public async Task<IReadOnlyDictionary<Guid, Addresses>> GetAsync(IReadOnlyCollection<Guid> userIds) =>
        (await (await users.GetQueryableAsync())
            .Where(u => userIds.Contains(u.Id) && u.IsActive)
            .Select(u => new { u.Id, u.Email, u.PhoneNumber })
            .ToListAsync())
        .ToDictionary(u => u.Id, u => new Addresses(u.Email, u.PhoneNumber));
}

internal sealed record Addresses(string? Email, string? PhoneNumber)
{
    public string? Of(string channel) => channel == MessageChannels.Sms ? PhoneNumber : Email;
}
