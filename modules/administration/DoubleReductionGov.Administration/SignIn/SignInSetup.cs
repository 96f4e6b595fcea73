using System.Net;
using DoubleReductionGov.Administration.ExternalSignIn;
using DoubleReductionGov.Administration.SignInLog;
using DoubleReductionGov.Administration.Tokens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.AspNetCore.ExceptionHandling;
using Volo.Abp.Security.Claims;

namespace DoubleReductionGov.Administration.SignIn;

/// <summary>Cookie for people at the portal, bearer token for tools and machines. An API answers 401 and 403, it never redirects.</summary>
internal static class SignInSetup
{
    private const string Scheme = "CookieOrBearer";

    /// <summary>The cookie's own life; the server's time-outs are shorter and are those that count.</summary>
    private static readonly TimeSpan CookieLifetime = TimeSpan.FromDays(30);

    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        var authentication = services.AddAuthentication(Scheme)
            .AddPolicyScheme(Scheme, null, options => options.ForwardDefaultSelector =
                context => BearerHandler.IsUsedBy(context.Request) ? BearerHandler.SchemeName : IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, ConfigureCookie)
            .AddCookie(IdentityConstants.ExternalScheme, options =>
            {
                options.Cookie.Name = "DoubleReductionGov.External";
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
            })
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.SchemeName, null);
        ExternalProviders.AddTo(authentication, configuration);
        services.AddAuthorization();
        services.Configure<IdentityOptions>(LeaveRulesToThePolicy);
        services.Configure<AbpExceptionHttpStatusCodeOptions>(options =>
        {
            options.Map(AccountErrors.InvalidUserNameOrPassword, HttpStatusCode.Unauthorized);
            options.Map(AccountErrors.InitialPasswordExpired, HttpStatusCode.Unauthorized);
            options.Map(AccountErrors.TicketIsInvalid, HttpStatusCode.Unauthorized);
        });
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "DoubleReductionGov";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.CookieManager = new HostPrefixCookieManager();
        options.ExpireTimeSpan = CookieLifetime;
        options.SlidingExpiration = false;
        options.Events.OnRedirectToLogin = context =>
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return context.HttpContext.RequestServices.GetRequiredService<SignInLogWriter>().WriteDeniedAsync();
        };
        options.Events.OnValidatePrincipal = async context =>
        {
            var principal = await context.HttpContext.RequestServices.GetRequiredService<IAbpClaimsPrincipalFactory>().CreateDynamicAsync(context.Principal);
            if (principal.Identity?.IsAuthenticated != true)
            {
                context.RejectPrincipal();
            }
        };
    }

    private static void LeaveRulesToThePolicy(IdentityOptions options)
    {
        options.Password = new PasswordOptions
        {
            RequiredLength = 1, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false,
        };
        options.Lockout.MaxFailedAccessAttempts = int.MaxValue;
    }

    /// <summary>Over HTTPS the name begins with __Host-, which browsers accept only from this very host; without HTTPS they would refuse it.</summary>
    private sealed class HostPrefixCookieManager : ICookieManager
    {
        private const string Prefix = "__Host-";
        private readonly ChunkingCookieManager _inner = new();

        public string? GetRequestCookie(HttpContext context, string key) => _inner.GetRequestCookie(context, NameOf(context, key));

        public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
            _inner.AppendResponseCookie(context, NameOf(context, key), value, options);

        public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _inner.DeleteCookie(context, NameOf(context, key), options);

        private static string NameOf(HttpContext context, string key) => context.Request.IsHttps ? Prefix + key : key;
    }
}
