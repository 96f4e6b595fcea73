using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using DoubleReductionGov.Administration.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleReductionGov.Administration.ExternalSignIn;

/// <summary>
/// The section Authentication:External:{name} of the configuration: another system where people are known already. Each is spoken to
/// by the framework's OAuth handler, with PKCE and state.
/// </summary>
internal sealed class ExternalProviderOptions
{
    public string DisplayName { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    public string AuthorizationEndpoint { get; set; } = "";

    public string TokenEndpoint { get; set; } = "";

    public string UserInformationEndpoint { get; set; } = "";

    /// <summary>Parted by spaces.</summary>
    public string Scope { get; set; } = "";

    /// <summary>Which field of the user information is the person's lasting id there.</summary>
    public string IdField { get; set; } = "sub";
}

/// <summary>The providers that are configured.</summary>
internal sealed class ExternalProviders(IReadOnlyList<ExternalProviderDto> all)
{
    public IReadOnlyList<ExternalProviderDto> All { get; } = all;

    public bool Has(string name) => All.Any(provider => provider.Name == name);

    public static string SchemeOf(string name) => "External." + name;

    public static void AddTo(AuthenticationBuilder authentication, IConfiguration configuration)
    {
        var providers = new List<ExternalProviderDto>();
        foreach (var section in configuration.GetSection("Authentication:External").GetChildren())
        {
            var settings = section.Get<ExternalProviderOptions>()!;
            providers.Add(new ExternalProviderDto(section.Key, settings.DisplayName));
            authentication.AddOAuth(SchemeOf(section.Key), options => Configure(options, section.Key, settings));
        }

        authentication.Services.AddSingleton(new ExternalProviders(providers));
    }

    private static void Configure(OAuthOptions options, string name, ExternalProviderOptions settings)
    {
        options.SignInScheme = IdentityConstants.ExternalScheme;
        (options.ClientId, options.ClientSecret) = (settings.ClientId, settings.ClientSecret);
        (options.AuthorizationEndpoint, options.TokenEndpoint, options.UserInformationEndpoint) =
            (settings.AuthorizationEndpoint, settings.TokenEndpoint, settings.UserInformationEndpoint);
        options.CallbackPath = "/signin-external/" + name;
        options.UsePkce = true;
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ClaimActions.MapJsonKey(ClaimTypes.NameIdentifier, settings.IdField);
        foreach (var scope in settings.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            options.Scope.Add(scope);
        }

        options.Events.OnCreatingTicket = ReadUserAsync;
        options.Events.OnRemoteFailure = context =>
        {
            context.Response.Redirect(ExternalSignInEndpoints.PageOf(ExternalSignInOutcome.Failed));
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    private static async Task ReadUserAsync(OAuthCreatingTicketContext context)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, context.Options.UserInformationEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", context.AccessToken);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var response = await context.Backchannel.SendAsync(request, context.HttpContext.RequestAborted);
        response.EnsureSuccessStatusCode();
        using var user = JsonDocument.Parse(await response.Content.ReadAsStringAsync(context.HttpContext.RequestAborted));
        context.RunClaimActions(user.RootElement);
    }
}
