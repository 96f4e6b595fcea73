using Microsoft.Extensions.Localization;

namespace Volo.Abp.Localization;

public interface ILocalizableString
{
    LocalizedString Localize(IStringLocalizerFactory stringLocalizerFactory);
}

public class FixedLocalizableString(string value) : ILocalizableString
{
    public string Value { get; } = value;

    public LocalizedString Localize(IStringLocalizerFactory stringLocalizerFactory) => new(Value, Value);
}

public class LocalizableString(Type resourceType, string name) : ILocalizableString
{
    public Type ResourceType { get; } = resourceType;

    public string Name { get; } = name;

    public LocalizedString Localize(IStringLocalizerFactory stringLocalizerFactory) => stringLocalizerFactory.Create(ResourceType)[Name];

    public static LocalizableString Create<TResource>(string name) => new(typeof(TResource), name);
}

[AttributeUsage(AttributeTargets.Class)]
public class LocalizationResourceNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    public static string GetName(Type resourceType) =>
        resourceType.GetCustomAttributes(typeof(LocalizationResourceNameAttribute), true).Cast<LocalizationResourceNameAttribute>().FirstOrDefault()?.Name
        ?? resourceType.FullName!;
}

public class LocalizationResource(Type resourceType, string? defaultCultureName)
{
    public Type ResourceType { get; } = resourceType;

    public string ResourceName { get; } = LocalizationResourceNameAttribute.GetName(resourceType);

    public string? DefaultCultureName { get; set; } = defaultCultureName;

    public List<string> BaseResourceNames { get; } = [];

    internal List<string> VirtualFolders { get; } = [];
}

public static class LocalizationResourceExtensions
{
    /// <summary>The embedded folder of the resource type's assembly that holds one JSON file a culture, e.g. "/Localization".</summary>
    public static LocalizationResource AddVirtualJson(this LocalizationResource localizationResource, string virtualPath)
    {
        localizationResource.VirtualFolders.Add(virtualPath.Trim('/').Replace('/', '.'));
        return localizationResource;
    }

    public static LocalizationResource AddBaseTypes(this LocalizationResource localizationResource, params Type[] types)
    {
        localizationResource.BaseResourceNames.AddRange(types.Select(LocalizationResourceNameAttribute.GetName));
        return localizationResource;
    }
}

public class LocalizationResourceDictionary : Dictionary<string, LocalizationResource>
{
    public LocalizationResource Add<TResource>(string? defaultCultureName = null)
    {
        var resource = new LocalizationResource(typeof(TResource), defaultCultureName);
        if (!TryAdd(resource.ResourceName, resource))
        {
            throw new AbpException("This resource is already added before: " + resource.ResourceName);
        }

        return resource;
    }
}

public class LanguageInfo(string cultureName, string? uiCultureName = null, string? displayName = null)
{
    public string CultureName { get; } = cultureName;

    public string UiCultureName { get; } = uiCultureName ?? cultureName;

    public string DisplayName { get; } = displayName ?? cultureName;
}

public class AbpLocalizationOptions
{
    public LocalizationResourceDictionary Resources { get; } = [];

    public Type? DefaultResourceType { get; set; }

    public List<LanguageInfo> Languages { get; } = [];
}
