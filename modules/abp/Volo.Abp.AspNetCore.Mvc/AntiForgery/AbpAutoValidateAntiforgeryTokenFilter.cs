using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;
using Volo.Abp.AspNetCore.Mvc.ExceptionHandling;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.AspNetCore.Mvc.AntiForgery;

public class AbpAntiForgeryOptions
{
    public string TokenCookieName { get; set; } = "XSRF-TOKEN";

    public string AuthCookieSchemaName { get; set; } = "Identity.Application";

    public bool AutoValidate { get; set; } = true;
}

/// <summary>Sets the cookie from which the browser's code takes the token for its header.</summary>
public interface IAbpAntiForgeryManager
{
    void SetCookie();
}

internal sealed class AspNetCoreAbpAntiForgeryManager(
    IAntiforgery antiforgery, IHttpContextAccessor httpContextAccessor, Microsoft.Extensions.Options.IOptions<AbpAntiForgeryOptions> options)
    : IAbpAntiForgeryManager, ITransientDependency
{
    public void SetCookie()
    {
        var context = httpContextAccessor.HttpContext!;
        var tokens = antiforgery.GetAndStoreTokens(context);
        context.Response.Cookies.Append(options.Value.TokenCookieName, tokens.RequestToken!, new CookieOptions
        {
            HttpOnly = false,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            IsEssential = true,
        });
    }
}

/// <summary>Requests that change something and carry the sign-in cookie must also carry the token.</summary>
internal sealed class AbpAutoValidateAntiforgeryTokenFilter(
    IAntiforgery antiforgery, IStringLocalizerFactory localizerFactory,
    Microsoft.Extensions.Options.IOptions<AbpAntiForgeryOptions> options,
    Microsoft.Extensions.Options.IOptionsMonitor<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions> cookies)
    : IAsyncAuthorizationFilter, ITransientDependency
{
    private static readonly HashSet<string> IgnoredMethods = new(StringComparer.OrdinalIgnoreCase) { "GET", "HEAD", "TRACE", "OPTIONS" };

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!options.Value.AutoValidate || IgnoredMethods.Contains(request.Method) || context.ActionDescriptor is not ControllerActionDescriptor
            || !CarriesSignInCookie(context.HttpContext))
        {
            return;
        }

        try
        {
            await antiforgery.ValidateRequestAsync(context.HttpContext);
        }
        catch (AntiforgeryValidationException)
        {
            context.HttpContext.Response.Headers[AbpHttpConsts.AbpErrorFormat] = "true";
            context.Result = new Microsoft.AspNetCore.Mvc.ObjectResult(new Http.RemoteServiceErrorResponse(new Http.RemoteServiceErrorInfo
            {
                Code = "Volo.Abp:AntiforgeryTokenIsInvalid",
                Message = localizerFactory.Create(typeof(AbpMvcResource))["AntiforgeryTokenIsInvalid"],
            }))
            { StatusCode = StatusCodes.Status400BadRequest };
        }
    }

    // The scheme's own manager reads it: the name on the wire may carry a prefix such as __Host-.
    private bool CarriesSignInCookie(HttpContext context)
    {
        var scheme = cookies.Get(options.Value.AuthCookieSchemaName);
        return scheme.Cookie.Name is { } name && scheme.CookieManager.GetRequestCookie(context, name) is not null;
    }
}
