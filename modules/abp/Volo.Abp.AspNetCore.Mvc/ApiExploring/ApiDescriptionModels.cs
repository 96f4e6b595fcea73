namespace Volo.Abp.Http.Modeling;

/// <summary>Every controller and action of the application.</summary>
public class ApplicationApiDescriptionModel
{
    public IDictionary<string, ModuleApiDescriptionModel> Modules { get; set; } = new Dictionary<string, ModuleApiDescriptionModel>();

    public IDictionary<string, TypeApiDescriptionModel> Types { get; set; } = new Dictionary<string, TypeApiDescriptionModel>();
}

public class ModuleApiDescriptionModel
{
    public string RootPath { get; set; } = default!;

    public string RemoteServiceName { get; set; } = default!;

    public IDictionary<string, ControllerApiDescriptionModel> Controllers { get; set; } = new Dictionary<string, ControllerApiDescriptionModel>();
}

public class ControllerApiDescriptionModel
{
    public string ControllerName { get; set; } = default!;

    public string? ControllerGroupName { get; set; }

    public bool IsRemoteService { get; set; }

    public bool IsIntegrationService { get; set; }

    public string? ApiVersion { get; set; }

    public string Type { get; set; } = default!;

    public List<ControllerInterfaceApiDescriptionModel> Interfaces { get; set; } = [];

    public Dictionary<string, ActionApiDescriptionModel> Actions { get; set; } = [];
}

public class ControllerInterfaceApiDescriptionModel
{
    public string Type { get; set; } = default!;

    public string Name { get; set; } = default!;
}

public class ActionApiDescriptionModel
{
    public string UniqueName { get; set; } = default!;

    public string Name { get; set; } = default!;

    public string? HttpMethod { get; set; }

    public string? Url { get; set; }

    public IList<string> SupportedVersions { get; set; } = [];

    public IList<MethodParameterApiDescriptionModel> ParametersOnMethod { get; set; } = [];

    public IList<ParameterApiDescriptionModel> Parameters { get; set; } = [];

    public ReturnValueApiDescriptionModel ReturnValue { get; set; } = default!;

    public bool? AllowAnonymous { get; set; }

    public string? ImplementFrom { get; set; }
}

public class MethodParameterApiDescriptionModel
{
    public string Name { get; set; } = default!;

    public string TypeAsString { get; set; } = default!;

    public string Type { get; set; } = default!;

    public string TypeSimple { get; set; } = default!;

    public bool IsOptional { get; set; }

    public object? DefaultValue { get; set; }
}

public class ParameterApiDescriptionModel
{
    public string NameOnMethod { get; set; } = default!;

    public string Name { get; set; } = default!;

    public string? JsonName { get; set; }

    public string? Type { get; set; }

    public string? TypeSimple { get; set; }

    public bool IsOptional { get; set; }

    public object? DefaultValue { get; set; }

    public string[]? ConstraintTypes { get; set; }

    public string? BindingSourceId { get; set; }

    public string? DescriptorName { get; set; }
}

public class ReturnValueApiDescriptionModel
{
    public string Type { get; set; } = default!;

    public string TypeSimple { get; set; } = default!;
}

public class TypeApiDescriptionModel
{
    public string? BaseType { get; set; }

    public bool IsEnum { get; set; }

    public string[]? EnumNames { get; set; }

    public object[]? EnumValues { get; set; }

    public string[]? GenericArguments { get; set; }

    public PropertyApiDescriptionModel[]? Properties { get; set; }
}

public class PropertyApiDescriptionModel
{
    public string Name { get; set; } = default!;

    public string? JsonName { get; set; }

    public string Type { get; set; } = default!;

    public string TypeSimple { get; set; } = default!;

    public bool IsRequired { get; set; }
}
