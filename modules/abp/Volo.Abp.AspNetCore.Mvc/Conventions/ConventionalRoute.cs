using System.Text.RegularExpressions;
using Volo.Abp.Application.Services;

namespace Volo.Abp.AspNetCore.Mvc.Conventions;

/// <summary>Verb and route of an application service's method, from its name and its parameters' names.</summary>
internal static partial class ConventionalRoute
{
    private static readonly (string Verb, string[] Prefixes)[] VerbPrefixes =
    [
        ("GET", ["GetList", "GetAll", "Get"]),
        ("PUT", ["Put", "Update"]),
        ("DELETE", ["Delete", "Remove"]),
        ("POST", ["Create", "Add", "Insert", "Post"]),
        ("PATCH", ["Patch"]),
    ];

    public static string VerbOf(string methodName)
    {
        foreach (var (verb, prefixes) in VerbPrefixes)
        {
            if (prefixes.Any(p => methodName.StartsWith(p, StringComparison.OrdinalIgnoreCase)))
            {
                return verb;
            }
        }

        return "POST";
    }

    public static string ControllerNameOf(Type type)
    {
        var name = type.Name;
        var postfix = ApplicationService.CommonPostfixes.FirstOrDefault(p => name.EndsWith(p, StringComparison.Ordinal) && name.Length > p.Length);
        return postfix is null ? name : name[..^postfix.Length];
    }

    public static string RouteOf(string rootPath, string controllerName, string methodName, string verb, IReadOnlyList<(string Name, bool IsOptional)> parameters)
    {
        var route = $"api/{rootPath}/{ToKebabCase(controllerName)}";
        if (parameters.Any(p => p.Name == "id"))
        {
            route += "/{id}";
        }

        var action = ActionSegmentOf(methodName, verb);
        if (action.Length == 0)
        {
            return route;
        }

        route += "/" + ToKebabCase(action);
        var secondaryIds = parameters.Where(p => p.Name != "id" && p.Name.EndsWith("Id", StringComparison.Ordinal) && !p.IsOptional).ToList();
        return secondaryIds.Count == 1 ? $"{route}/{{{secondaryIds[0].Name}}}" : route;
    }

    private static string ActionSegmentOf(string methodName, string verb)
    {
        var name = methodName.EndsWith("Async", StringComparison.Ordinal) ? methodName[..^5] : methodName;
        var prefix = VerbPrefixes.First(v => v.Verb == verb).Prefixes.FirstOrDefault(p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase));
        return prefix is null ? name : name[prefix.Length..];
    }

    private static string ToKebabCase(string name) => WordBoundary().Replace(name, "$1-$2").ToLowerInvariant();

    [GeneratedRegex("([a-z0-9])([A-Z])")]
    private static partial Regex WordBoundary();
}
