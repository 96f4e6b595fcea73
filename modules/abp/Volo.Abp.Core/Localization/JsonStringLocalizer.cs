using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Volo.Abp.VirtualFileSystem;

namespace Volo.Abp.Localization;

/// <summary>Localizers over the modules' embedded JSON files: culture, its parents, the default culture, base resources, the key itself.</summary>
internal sealed class AbpStringLocalizerFactory(IOptions<AbpLocalizationOptions> options, IOptions<AbpVirtualFileSystemOptions> fileSystem)
    : IStringLocalizerFactory
{
    private readonly ConcurrentDictionary<string, JsonStringLocalizer> _localizers = new();

    public IStringLocalizer Create(Type resourceSource)
    {
        var name = LocalizationResourceNameAttribute.GetName(resourceSource);
        return options.Value.Resources.ContainsKey(name) ? ByName(name) : new JsonStringLocalizer(new LocalizationResource(resourceSource, null), [], []);
    }

    public IStringLocalizer Create(string baseName, string location) => new JsonStringLocalizer(new LocalizationResource(typeof(object), null), [], []);

    private JsonStringLocalizer ByName(string name) =>
        _localizers.GetOrAdd(name, n =>
        {
            var resource = options.Value.Resources[n];
            return new JsonStringLocalizer(resource, resource.BaseResourceNames.Select(ByName).ToList(), fileSystem.Value.FileSets);
        });
}

internal sealed class JsonStringLocalizer : IStringLocalizer
{
    private static readonly JsonSerializerOptions ReadOptions = new()
    {
        PropertyNameCaseInsensitive = true,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    private readonly LocalizationResource _resource;
    private readonly IReadOnlyList<JsonStringLocalizer> _bases;
    private readonly Dictionary<string, Dictionary<string, string>> _textsByCulture = new(StringComparer.OrdinalIgnoreCase);

    public JsonStringLocalizer(LocalizationResource resource, IReadOnlyList<JsonStringLocalizer> bases, IEnumerable<Assembly> assemblies)
    {
        _resource = resource;
        _bases = bases;
        foreach (var assembly in assemblies.Append(resource.ResourceType.Assembly).Distinct())
        {
            foreach (var name in assembly.GetManifestResourceNames().Where(IsInFolder))
            {
                Read(assembly, name);
            }
        }
    }

    public LocalizedString this[string name] => Find(name) is { } text ? new LocalizedString(name, text) : new LocalizedString(name, name, resourceNotFound: true);

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var text = this[name];
            return new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, text.Value, arguments), text.ResourceNotFound);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures)
    {
        var all = new Dictionary<string, string>();
        foreach (var texts in _bases.SelectMany(b => b.GetAllStrings(true)).GroupBy(t => t.Name))
        {
            all[texts.Key] = texts.Last().Value;
        }

        foreach (var (name, text) in Cultures(CultureInfo.CurrentUICulture).Reverse().Select(_textsByCulture.GetValueOrDefault).OfType<Dictionary<string, string>>().SelectMany(t => t))
        {
            all[name] = text;
        }

        return all.Select(t => new LocalizedString(t.Key, t.Value));
    }

    // An embedded file "/Localization/en.json" of the project P has the resource name "P.Localization.en.json".
    private bool IsInFolder(string resourceName) =>
        resourceName.EndsWith(".json", StringComparison.Ordinal)
        && _resource.ResourceType.Namespace is { } ns
        && _resource.VirtualFolders.Exists(folder => resourceName.StartsWith($"{ns}.{folder}.", StringComparison.Ordinal)
            || resourceName.StartsWith($"{_resource.ResourceType.Assembly.GetName().Name}.{folder}.", StringComparison.Ordinal));

    private void Read(Assembly assembly, string resourceName)
    {
        using var stream = assembly.GetManifestResourceStream(resourceName)!;
        try
        {
            var file = JsonSerializer.Deserialize<TextFile>(stream, ReadOptions);
            if (file is not { Culture.Length: > 0 })
            {
                return;
            }

            var texts = CollectionsMarshal.GetValueRefOrAddDefault(_textsByCulture, file.Culture, out _) ??= [];
            foreach (var (name, text) in file.Texts ?? [])
            {
                texts[name.Length > 0 ? name : throw new JsonException("A text has no name.")] = text;
            }
        }
        catch (JsonException e)
        {
            throw new AbpException("Can not parse the localization file " + resourceName, e);
        }
    }

    private sealed record TextFile(string? Culture, Dictionary<string, string>? Texts);

    private string? Find(string name)
    {
        foreach (var culture in Cultures(CultureInfo.CurrentUICulture))
        {
            if (_textsByCulture.GetValueOrDefault(culture)?.GetValueOrDefault(name) is { } text)
            {
                return text;
            }
        }

        return _bases.Select(b => b.Find(name)).FirstOrDefault(t => t is not null);
    }

    private IEnumerable<string> Cultures(CultureInfo culture)
    {
        for (; culture.Name.Length > 0; culture = culture.Parent)
        {
            yield return culture.Name;
        }

        if (_resource.DefaultCultureName is { } fallback)
        {
            yield return fallback;
        }
    }
}
