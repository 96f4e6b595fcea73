using DoubleReductionGov.Directory;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Volo.Abp.AspNetCore.ExceptionHandling;

namespace DoubleReductionGov.Host.Account;

/// <summary>Sign-in by cookie: an API answers 401 and 403, it never redirects.</summary>
internal static class SignInSetup
{
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromHours(8);
    private static readonly TimeSpan StampCheckInterval = TimeSpan.FromMinutes(1);

    public static void AddHostSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, options =>
        {
            options.Cookie.Name = "DoubleReductionGov";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.ExpireTimeSpan = IdleTimeout;
            options.SlidingExpiration = true;
            options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
            options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
            options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        });
        services.AddAuthorization();
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = StampCheckInterval;
            // The renewed identity keeps the organisation that sign-in found.
            options.OnRefreshingPrincipal = context =>
            {
                if (context.CurrentPrincipal?.FindFirst(DirectoryClaims.OrganisationId) is { } claim)
                {
                    context.NewPrincipal?.Identities.First().AddClaim(claim.Clone());
                }

                return Task.CompletedTask;
            };
        });
        services.Configure<IdentityOptions>(options =>
        {
            options.Password.RequiredLength = 8;
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        });
        services.Configure<AbpExceptionHttpStatusCodeOptions>(options =>
        {
            options.Map(AccountErrors.InvalidUserNameOrPassword, System.Net.HttpStatusCode.Unauthorized);
            options.Map(AccountErrors.LockedOut, System.Net.HttpStatusCode.Unauthorized);
        });
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int statusCode)
    {
        context.Response.StatusCode = statusCode;
        return Task.CompletedTask;
    }
}
