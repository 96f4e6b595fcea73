using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Options;
using Volo.Abp.Content;

namespace Volo.Abp.AspNetCore.Mvc.Conventions;

/// <summary>Application services of the configured assemblies are controllers.</summary>
internal sealed class AbpConventionalControllerFeatureProvider(IOptions<AbpAspNetCoreMvcOptions> options) : ControllerFeatureProvider
{
    protected override bool IsController(TypeInfo typeInfo) =>
        options.Value.ConventionalControllers.ConventionalControllerSettings.GetSettingOrNull(typeInfo.AsType()) is not null;
}

/// <summary>
/// Gives conventional controllers their names, routes, verbs and parameter sources. The selector that a controller starts with has no
/// route and stays: through it the attributes of the class, [Authorize] first of all, reach the endpoints.
/// </summary>
internal sealed class AbpServiceConvention(IOptions<AbpAspNetCoreMvcOptions> options) : IApplicationModelConvention
{
    private static readonly string[] VerbsWithoutBody = ["GET", "DELETE", "TRACE", "HEAD"];

    public void Apply(ApplicationModel application)
    {
        foreach (var controller in application.Controllers)
        {
            if (options.Value.ConventionalControllers.ConventionalControllerSettings.GetSettingOrNull(controller.ControllerType) is { } setting)
            {
                Configure(controller, setting);
            }
        }
    }

    private static void Configure(ControllerModel controller, ConventionalControllerSetting setting)
    {
        controller.ControllerName = ConventionalRoute.ControllerNameOf(controller.ControllerType);
        controller.ApiExplorer.IsVisible ??= controller.ControllerType.GetCustomAttribute<RemoteServiceAttribute>()?.IsMetadataEnabled ?? true;
        controller.ApiExplorer.GroupName ??= controller.ControllerName;
        foreach (var action in controller.Actions.ToList())
        {
            if (action.ActionMethod.DeclaringType == typeof(object) || action.ActionMethod.GetCustomAttribute<RemoteServiceAttribute>() is { IsEnabled: false })
            {
                controller.Actions.Remove(action);
                continue;
            }

            Configure(controller, action, setting);
        }
    }

    private static void Configure(ControllerModel controller, ActionModel action, ConventionalControllerSetting setting)
    {
        if (HasOwnRoute(controller))
        {
            return;
        }

        var selector = action.Selectors.FirstOrDefault() ?? new SelectorModel();
        var verb = selector.ActionConstraints.OfType<HttpMethodActionConstraint>().SelectMany(c => c.HttpMethods).FirstOrDefault()
            ?? ConventionalRoute.VerbOf(action.ActionMethod.Name);
        if (!selector.ActionConstraints.OfType<HttpMethodActionConstraint>().Any())
        {
            selector.ActionConstraints.Add(new HttpMethodActionConstraint([verb]));
            selector.EndpointMetadata.Add(new Microsoft.AspNetCore.Routing.HttpMethodMetadata([verb]));
        }

        selector.AttributeRouteModel ??= new AttributeRouteModel(new RouteAttribute(ConventionalRoute.RouteOf(
            setting.RootPath, controller.ControllerName, action.ActionMethod.Name, verb,
            action.Parameters.Select(p => (p.ParameterName, p.ParameterInfo.IsOptional)).ToList())));
        if (!action.Selectors.Contains(selector))
        {
            action.Selectors.Add(selector);
        }

        foreach (var parameter in action.Parameters.Where(p => p.BindingInfo is null))
        {
            parameter.BindingInfo = BindingOf(parameter, verb, selector.AttributeRouteModel.Template ?? "");
        }
    }

    /// <summary>[Route] on the class: its author names every route, the convention names none.</summary>
    private static bool HasOwnRoute(ControllerModel controller) => controller.Selectors.Any(s => s.AttributeRouteModel is not null);

    private static BindingInfo? BindingOf(ParameterModel parameter, string verb, string template)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (typeof(IFormFile).IsAssignableFrom(type) || typeof(IRemoteStreamContent).IsAssignableFrom(type))
        {
            return new BindingInfo { BindingSource = BindingSource.FormFile, BinderModelName = parameter.ParameterName };
        }

        if (type == typeof(CancellationToken))
        {
            return null;
        }

        if (template.Contains($"{{{parameter.ParameterName}}}", StringComparison.Ordinal))
        {
            return new BindingInfo { BindingSource = BindingSource.Path };
        }

        return IsPrimitive(type) || VerbsWithoutBody.Contains(verb)
            ? new BindingInfo { BindingSource = BindingSource.Query }
            : new BindingInfo { BindingSource = BindingSource.Body };
    }

    private static bool IsPrimitive(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(Guid) || type == typeof(decimal)
        || type == typeof(DateTime) || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(DateTimeOffset) || type == typeof(TimeSpan);
}
