using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.AspNetCore.Mvc.Conventions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Http.Modeling;

namespace Volo.Abp.AspNetCore.Mvc.ApiExploring;

[Route("api/abp/api-definition")]
[ApiExplorerSettings(GroupName = "Abp")]
public sealed class AbpApiDefinitionController(IServiceProvider serviceProvider) : ControllerBase
{
    /// <summary>Every controller and action, for generated clients of ABP's kind.</summary>
    [HttpGet]
    public ApplicationApiDescriptionModel Get(bool includeTypes = false) => // exempt(authorize): the same that the OpenAPI document tells everybody
        serviceProvider.GetRequiredService<ApiDescriptionModel>().Get(includeTypes);
}

/// <summary>Built at the first question and kept: actions do not change while the application runs.</summary>
internal sealed class ApiDescriptionModel(IApiDescriptionGroupCollectionProvider descriptions, IOptions<AbpAspNetCoreMvcOptions> options) : ISingletonDependency
{
    private readonly Lazy<ApplicationApiDescriptionModel> _withoutTypes = new(() => Build(descriptions, options.Value, false));
    private readonly Lazy<ApplicationApiDescriptionModel> _withTypes = new(() => Build(descriptions, options.Value, true));

    public ApplicationApiDescriptionModel Get(bool includeTypes) => (includeTypes ? _withTypes : _withoutTypes).Value;

    private static ApplicationApiDescriptionModel Build(IApiDescriptionGroupCollectionProvider descriptions, AbpAspNetCoreMvcOptions options, bool includeTypes)
    {
        var model = new ApplicationApiDescriptionModel();
        foreach (var description in descriptions.ApiDescriptionGroups.Items.SelectMany(g => g.Items))
        {
            if (description.ActionDescriptor is ControllerActionDescriptor action)
            {
                Add(model, description, action, options.ConventionalControllers.ConventionalControllerSettings.GetSettingOrNull(action.ControllerTypeInfo));
                if (includeTypes)
                {
                    ApiTypes.Add(model.Types, action.MethodInfo.GetParameters().Select(p => p.ParameterType).Append(action.MethodInfo.ReturnType));
                }
            }
        }

        return model;
    }

    private static void Add(ApplicationApiDescriptionModel model, ApiDescription description, ControllerActionDescriptor action, ConventionalControllerSetting? setting)
    {
        var isOfKernel = action.ControllerTypeInfo.Namespace?.StartsWith("Volo.Abp.", StringComparison.Ordinal) == true;
        var rootPath = setting?.RootPath ?? (isOfKernel ? "abp" : "app");
        if (!model.Modules.TryGetValue(rootPath, out var module))
        {
            model.Modules[rootPath] = module = new ModuleApiDescriptionModel { RootPath = rootPath, RemoteServiceName = "Default" };
        }

        var type = action.ControllerTypeInfo.FullName!;
        if (!module.Controllers.TryGetValue(type, out var controller))
        {
            module.Controllers[type] = controller = Describe(action);
        }

        var uniqueName = UniqueNameOf(action.MethodInfo);
        controller.Actions[uniqueName] = new ActionApiDescriptionModel
        {
            UniqueName = uniqueName,
            Name = action.MethodInfo.Name,
            HttpMethod = description.HttpMethod,
            Url = description.RelativePath,
            ParametersOnMethod = [.. action.MethodInfo.GetParameters().Where(p => p.ParameterType != typeof(CancellationToken)).Select(Describe)],
            Parameters = [.. description.ParameterDescriptions.Select(Describe)],
            ReturnValue = new ReturnValueApiDescriptionModel { Type = ApiTypes.NameOf(ApiTypes.ResultOf(action.MethodInfo.ReturnType)), TypeSimple = ApiTypes.SimpleNameOf(ApiTypes.ResultOf(action.MethodInfo.ReturnType)) },
            AllowAnonymous = action.EndpointMetadata.OfType<IAllowAnonymous>().Any() ? true : null,
            ImplementFrom = type,
        };
    }

    private static ControllerApiDescriptionModel Describe(ControllerActionDescriptor action) => new()
    {
        ControllerName = action.ControllerName,
        ControllerGroupName = action.ControllerName,
        IsRemoteService = typeof(IRemoteService).IsAssignableFrom(action.ControllerTypeInfo),
        IsIntegrationService = action.ControllerTypeInfo.IsDefined(typeof(IntegrationServiceAttribute), true),
        Type = action.ControllerTypeInfo.FullName!,
    };

    private static MethodParameterApiDescriptionModel Describe(ParameterInfo parameter) => new()
    {
        Name = parameter.Name!,
        TypeAsString = ApiTypes.NameOf(parameter.ParameterType) + ", " + parameter.ParameterType.Assembly.GetName().Name,
        Type = ApiTypes.NameOf(parameter.ParameterType),
        TypeSimple = ApiTypes.SimpleNameOf(parameter.ParameterType),
        IsOptional = parameter.IsOptional,
        DefaultValue = parameter.HasDefaultValue ? parameter.DefaultValue : null,
    };

    private static ParameterApiDescriptionModel Describe(ApiParameterDescription parameter) => new()
    {
        NameOnMethod = parameter.ParameterDescriptor?.Name ?? parameter.Name,
        Name = parameter.Name,
        Type = parameter.Type is null ? null : ApiTypes.NameOf(parameter.Type),
        TypeSimple = parameter.Type is null ? null : ApiTypes.SimpleNameOf(parameter.Type),
        IsOptional = parameter.RouteInfo?.IsOptional ?? false,
        DefaultValue = parameter.DefaultValue is DBNull ? null : parameter.DefaultValue,
        BindingSourceId = parameter.Source.Id,
        DescriptorName = parameter.ParameterDescriptor is { } descriptor && descriptor.Name != parameter.Name ? descriptor.Name : "",
    };

    private static string UniqueNameOf(MethodInfo method)
    {
        var names = method.GetParameters().Where(p => p.ParameterType != typeof(CancellationToken)).Select(p => char.ToUpperInvariant(p.Name![0]) + p.Name[1..]).ToList();
        return names.Count == 0 ? method.Name : $"{method.Name}By{string.Join("And", names)}";
    }
}
