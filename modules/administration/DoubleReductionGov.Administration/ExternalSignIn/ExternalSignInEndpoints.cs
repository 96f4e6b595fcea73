using System.Security.Claims;
using DoubleReductionGov.Administration.SignIn;
using DoubleReductionGov.Platform.Confirmation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Volo.Abp.Security.Claims;

namespace DoubleReductionGov.Administration.ExternalSignIn;

/// <summary>What the sign-in page is told in its address (?external=).</summary>
internal enum ExternalSignInOutcome
{
    NotLinked,
    Refused,
    Failed,
    AlreadyLinked,
    ConfirmationNeeded,
}

/// <summary>
/// Pages, not calls: the browser goes to the provider and comes back. Who is being linked, and which county is meant, travels in the
/// protected state, because a request that comes from another site does not carry our session cookie.
/// </summary>
internal static class ExternalSignInEndpoints
{
    private const string Provider = "provider";
    private const string Tenant = "tenant";
    private const string LinkedUser = "linkedUser";
    private const string ReturnUrl = "returnUrl";

    public static string PageOf(ExternalSignInOutcome outcome) => "/sign-in?external=" + outcome;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/account/external/{provider}", Begin).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet("/api/account/external/{provider}/link", BeginLinkAsync).RequireAuthorization().ExcludeFromDescription();
        endpoints.MapGet("/api/account/external-completion", CompleteAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static IResult Begin(string provider, Guid? tenantId, string? returnUrl, ExternalProviders providers) =>
        providers.Has(provider) ? Challenge(provider, returnUrl, tenantId, null) : Results.NotFound();

    private static async Task<IResult> BeginLinkAsync(
        string provider, string? returnUrl, HttpContext context, ExternalProviders providers, ConfirmationWindow window, TimeProvider timeProvider)
    {
        if (!providers.Has(provider) || context.User.FindFirst(AbpClaimTypes.SessionId) is null)
        {
            return Results.NotFound();
        }

        if (await window.EndOfAsync(context.User) is not { } end || end < timeProvider.GetUtcNow())
        {
            return Results.Redirect(LocalOnly(returnUrl) + "?external=" + ExternalSignInOutcome.ConfirmationNeeded);
        }

        Guid? tenantId = Guid.TryParse(context.User.FindFirst(AbpClaimTypes.TenantId)?.Value, out var id) ? id : null;
        return Challenge(provider, returnUrl, tenantId, context.User.FindFirst(AbpClaimTypes.UserId)!.Value);
    }

    private static IResult Challenge(string provider, string? returnUrl, Guid? tenantId, string? linkedUser)
    {
        var properties = new AuthenticationProperties { RedirectUri = "/api/account/external-completion" };
        properties.Items[Provider] = provider;
        properties.Items[Tenant] = tenantId?.ToString();
        properties.Items[LinkedUser] = linkedUser;
        properties.Items[ReturnUrl] = LocalOnly(returnUrl);
        return Results.Challenge(properties, [ExternalProviders.SchemeOf(provider)]);
    }

    private static async Task<IResult> CompleteAsync(HttpContext context, ExternalSignInDesk desk)
    {
        var result = await context.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await context.SignOutAsync(IdentityConstants.ExternalScheme);
        if (result.Principal?.FindFirst(ClaimTypes.NameIdentifier)?.Value is not { Length: > 0 } key)
        {
            return Results.Redirect(PageOf(ExternalSignInOutcome.Failed));
        }

        var items = result.Properties!.Items;
        var (provider, returnUrl) = (items[Provider]!, items[ReturnUrl]!);
        Guid? tenantId = Guid.TryParse(items[Tenant], out var id) ? id : null;
        if (Guid.TryParse(items[LinkedUser], out var userId))
        {
            return Results.Redirect(await desk.LinkAsync(tenantId, userId, provider, key) ? returnUrl : returnUrl + "?external=" + ExternalSignInOutcome.AlreadyLinked);
        }

        var (login, outcome) = await desk.SignInAsync(tenantId, provider, key);
        return Results.Redirect(
            login is null ? PageOf(outcome) : login.Step == SignInStep.Done ? returnUrl : $"/sign-in#ticket={Uri.EscapeDataString(login.Ticket!)}&step={login.Step}");
    }

    // Nobody is sent to another site from here.
    private static string LocalOnly(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) ? url.Split('?', '#')[0] : "/";
}
