using Microsoft.AspNetCore.Mvc.Filters;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Features;

namespace Volo.Abp.AspNetCore.Mvc;

/// <summary>Lets through who has the features that the action asks for.</summary>
internal sealed class AbpFeatureActionFilter(IFeatureChecker featureChecker) : IAsyncActionFilter, ITransientDependency
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        foreach (var required in context.ActionDescriptor.EndpointMetadata.OfType<RequiresFeatureAttribute>())
        {
            await featureChecker.CheckEnabledAsync(required.RequiresAll, required.Features);
        }

        await next();
    }
}
