using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.Localization;
using Volo.Abp.Http;

namespace DoubleReductionGov.Host.Http;

/// <summary>Answers what no action of the API answers: 405 when the address is known by another method, else 404; never a page.</summary>
internal static class UnknownAddress
{
    public static Task AnswerAsync(HttpContext context)
    {
        var texts = context.RequestServices.GetRequiredService<IStringLocalizer<HostResource>>();
        var methods = MethodsOf(context).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (methods.Length > 0)
        {
            context.Response.Headers.Allow = methods;
        }

        context.Response.StatusCode = methods.Length > 0 ? StatusCodes.Status405MethodNotAllowed : StatusCodes.Status404NotFound;
        string message = methods.Length > 0 ? texts["Http:MethodNotAllowed", string.Join(", ", methods)] : texts["Http:NoSuchAddress"];
        return context.Response.WriteAsJsonAsync(new RemoteServiceErrorResponse(new RemoteServiceErrorInfo { Message = message }));
    }

    private static IEnumerable<string> MethodsOf(HttpContext context) =>
        from endpoint in context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { HttpMethods.Count: > 0 } && endpoint.RoutePattern.RawText is not null
        where new TemplateMatcher(TemplateParser.Parse(endpoint.RoutePattern.RawText!), []).TryMatch(context.Request.Path, [])
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
        select method;
}
