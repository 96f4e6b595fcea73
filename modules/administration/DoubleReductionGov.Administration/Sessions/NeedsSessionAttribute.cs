using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Volo.Abp.Security.Claims;

namespace DoubleReductionGov.Administration.Sessions;

/// <summary>What only a person at the portal may do: a token, whatever its scopes, is turned away with 403.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsSessionAttribute : Attribute, IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.User.FindFirst(AbpClaimTypes.SessionId) is null)
        {
            context.Result = new ForbidResult();
        }
    }
}
