using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Http;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Users;

namespace Volo.Abp.AspNetCore.MultiTenancy;

public class AbpAspNetCoreMultiTenancyOptions
{
    public string TenantKey { get; set; } = "__tenant";
}

/// <summary>
/// The tenant of a request: a signed-in user's own, never another; otherwise the key in the query, the route, the header or the cookie.
/// Unknown and inactive tenants are answered with 404.
/// </summary>
internal sealed class MultiTenancyMiddleware(
    ITenantStore tenantStore, ITenantNormalizer normalizer, ICurrentTenant currentTenant, ICurrentUser currentUser, IOptions<AbpAspNetCoreMultiTenancyOptions> options)
    : IMiddleware, ITransientDependency
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var key = KeyOf(context);
        if (string.IsNullOrWhiteSpace(key))
        {
            using (currentTenant.Change(null))
            {
                await next(context);
            }

            return;
        }

        var tenant = Guid.TryParse(key, out var id) ? await tenantStore.FindAsync(id) : await tenantStore.FindAsync(normalizer.NormalizeName(key)!);
        if (tenant is not { IsActive: true })
        {
            await RefuseAsync(context, key);
            return;
        }

        using (currentTenant.Change(tenant.Id, tenant.Name))
        {
            await next(context);
        }
    }

    private string? KeyOf(HttpContext context)
    {
        // Also a principal without a user id, such as a machine's: no key moves it into another tenant.
        if (context.User.Identity?.IsAuthenticated == true)
        {
            return currentUser.TenantId?.ToString();
        }

        var name = options.Value.TenantKey;
        var request = context.Request;
        return request.Query.TryGetValue(name, out var query) ? query.ToString()
            : request.RouteValues.GetValueOrDefault(name)?.ToString()
            ?? request.Headers[name].FirstOrDefault()
            ?? request.Cookies[name];
    }

    private static async Task RefuseAsync(HttpContext context, string key)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.Headers["Abp-Tenant-Resolve-Error"] = Uri.EscapeDataString(key);
        await context.Response.WriteAsJsonAsync(new RemoteServiceErrorResponse(new RemoteServiceErrorInfo
        {
            Message = "Tenant not found!",
            Details = "There is no active tenant with the given id or name.",
        }));
    }
}
