using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Security.Claims;
using Volo.Abp.Settings;

namespace DoubleReductionGov.Platform.Confirmation;

/// <summary>
/// A sensitive act: refused with Platform:ConfirmationNeeded unless the person typed the password or a code within the last minutes
/// (<see cref="PlatformSettings.ConfirmationMinutes"/>), and with Platform:ConfirmationImpossible to tokens, behind which nobody sits.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsConfirmationAttribute : Attribute, IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var user = context.HttpContext.User;
        if (user.FindFirst(AbpClaimTypes.SessionId) is null)
        {
            throw new BusinessException(PlatformErrors.ConfirmationImpossible);
        }

        var services = context.HttpContext.RequestServices;
        var until = await services.GetRequiredService<ConfirmationWindow>().EndOfAsync(user);
        if (until is null || until < services.GetRequiredService<TimeProvider>().GetUtcNow())
        {
            throw new BusinessException(PlatformErrors.ConfirmationNeeded);
        }

        await next();
    }
}

/// <summary>How long a confirmation holds.</summary>
public sealed class ConfirmationWindow(ISettingProvider settings) : Volo.Abp.DependencyInjection.ITransientDependency
{
    /// <summary>When the session was last confirmed, in seconds since 1970 (UTC). The cookie carries it, so that nobody can write it.</summary>
    public const string ConfirmedAtClaim = "confirmed_at";

    public static Claim ClaimOf(DateTimeOffset now) => new(ConfirmedAtClaim, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    /// <returns>Null if the session was never confirmed.</returns>
    public async Task<DateTimeOffset?> EndOfAsync(ClaimsPrincipal user) =>
        long.TryParse(user.FindFirst(ConfirmedAtClaim)?.Value, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).AddMinutes(await settings.GetAsync<int>(PlatformSettings.ConfirmationMinutes))
            : null;
}
