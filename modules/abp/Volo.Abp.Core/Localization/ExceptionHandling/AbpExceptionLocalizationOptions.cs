namespace Volo.Abp.Localization.ExceptionHandling;

/// <summary>Which resource holds the texts of the error codes "Namespace:Key".</summary>
public class AbpExceptionLocalizationOptions
{
    public Dictionary<string, Type> ErrorCodeNamespaceMappings { get; } = [];

    public void MapCodeNamespace(string errorCodeNamespace, Type type) => ErrorCodeNamespaceMappings[errorCodeNamespace] = type;
}
