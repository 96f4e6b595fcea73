using System.Security.Cryptography;
using System.Text.Json;
using DoubleReductionGov.Administration.Security;
using Microsoft.AspNetCore.DataProtection;
using Volo.Abp;
using Volo.Abp.DependencyInjection;

namespace DoubleReductionGov.Administration.SignIn;

/// <summary>
/// What stands between two steps of a sign-in. It holds for one account, one step and some minutes; <paramref name="Stamp"/> changes
/// when the step is done, so that nobody does it twice.
/// </summary>
/// <param name="HasSecondFactor">Whether the second factor was already shown.</param>
internal sealed record SignInTicket(Guid? TenantId, Guid UserId, SignInStep Step, string Stamp, bool HasSecondFactor, DateTimeOffset Expires);

internal sealed class SignInTickets(IDataProtectionProvider protection, SecurityPolicy policy, TimeProvider timeProvider) : ITransientDependency
{
    private IDataProtector Protector => protection.CreateProtector("Administration.SignInTicket");

    public async Task<string> IssueAsync(Guid? tenantId, Guid userId, SignInStep step, string stamp, bool hasSecondFactor)
    {
        var expires = timeProvider.GetUtcNow().AddMinutes(await policy.GetAsync(SecurityRules.TicketMinutes));
        return Protector.Protect(JsonSerializer.Serialize(new SignInTicket(tenantId, userId, step, stamp, hasSecondFactor, expires)));
    }

    public SignInTicket Read(string text, params SignInStep[] steps)
    {
        var ticket = Open(text);
        return ticket is not null && steps.Contains(ticket.Step) && ticket.Expires > timeProvider.GetUtcNow()
            ? ticket : throw new BusinessException(AccountErrors.TicketIsInvalid);
    }

    private SignInTicket? Open(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<SignInTicket>(Protector.Unprotect(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
