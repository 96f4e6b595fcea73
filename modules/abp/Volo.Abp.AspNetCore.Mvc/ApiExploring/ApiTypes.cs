using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Volo.Abp.Http.Modeling;

namespace Volo.Abp.AspNetCore.Mvc.ApiExploring;

/// <summary>Names and properties of the types that actions take and return, as ABP's clients read them.</summary>
internal static class ApiTypes
{
    private static readonly Dictionary<Type, string> Simple = new()
    {
        [typeof(void)] = "System.Void", [typeof(string)] = "string", [typeof(bool)] = "boolean", [typeof(byte)] = "number", [typeof(short)] = "number",
        [typeof(int)] = "number", [typeof(long)] = "number", [typeof(float)] = "number", [typeof(double)] = "number", [typeof(decimal)] = "number",
        [typeof(Guid)] = "string", [typeof(DateTime)] = "string", [typeof(DateTimeOffset)] = "string", [typeof(DateOnly)] = "string", [typeof(TimeSpan)] = "string",
        [typeof(char)] = "string", [typeof(object)] = "object",
    };

    public static Type ResultOf(Type type) =>
        type == typeof(Task) || type == typeof(ValueTask) ? typeof(void)
        : type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>)) ? type.GenericTypeArguments[0]
        : type;

    public static string NameOf(Type type) =>
        Nullable.GetUnderlyingType(type) is { } nullable ? NameOf(nullable) + "?"
        : ElementOf(type) is { } element ? $"[{NameOf(element)}]"
        : type.IsGenericType ? $"{type.GetGenericTypeDefinition().FullName!.Split('`')[0]}<{string.Join(",", type.GenericTypeArguments.Select(NameOf))}>"
        : type.FullName!;

    public static string SimpleNameOf(Type type) =>
        Nullable.GetUnderlyingType(type) is { } nullable ? SimpleNameOf(nullable) + "?"
        : Simple.TryGetValue(type, out var simple) ? simple
        : type.IsEnum ? "enum"
        : ElementOf(type) is { } element ? $"[{SimpleNameOf(element)}]"
        : type.IsGenericType ? $"{type.GetGenericTypeDefinition().FullName!.Split('`')[0]}<{string.Join(",", type.GenericTypeArguments.Select(SimpleNameOf))}>"
        : type.FullName!;

    public static void Add(IDictionary<string, TypeApiDescriptionModel> types, IEnumerable<Type> used)
    {
        foreach (var type in used.Select(ResultOf))
        {
            Add(types, type);
        }
    }

    private static void Add(IDictionary<string, TypeApiDescriptionModel> types, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (ElementOf(type) is { } element)
        {
            Add(types, element);
            return;
        }

        var open = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        foreach (var argument in type.GenericTypeArguments)
        {
            Add(types, argument);
        }

        if (Simple.ContainsKey(type) || type.IsGenericParameter || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true
            || !types.TryAdd(OpenNameOf(open), Describe(open)))
        {
            return;
        }

        foreach (var property in PropertiesOf(open))
        {
            Add(types, property.PropertyType);
        }

        if (BaseOf(open) is { } ancestor)
        {
            Add(types, ancestor);
        }
    }

    private static TypeApiDescriptionModel Describe(Type type) => type.IsEnum
        ? new TypeApiDescriptionModel { IsEnum = true, EnumNames = Enum.GetNames(type), EnumValues = [.. Enum.GetValuesAsUnderlyingType(type).Cast<object>()] }
        : new TypeApiDescriptionModel
        {
            BaseType = BaseOf(type) is { } ancestor ? NameOf(ancestor) : null,
            GenericArguments = type.IsGenericTypeDefinition ? [.. type.GetGenericArguments().Select(a => a.Name)] : null,
            Properties = [.. PropertiesOf(type).Select(p => new PropertyApiDescriptionModel
            {
                Name = p.Name,
                Type = p.PropertyType.IsGenericParameter ? p.PropertyType.Name : NameOf(p.PropertyType),
                TypeSimple = p.PropertyType.IsGenericParameter ? p.PropertyType.Name : SimpleNameOf(p.PropertyType),
                IsRequired = p.IsDefined(typeof(RequiredAttribute), true),
            })],
        };

    private static PropertyInfo[] PropertiesOf(Type type) =>
        type.IsEnum ? [] : [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(p => p.GetIndexParameters().Length == 0)];

    private static Type? BaseOf(Type type) => type.IsEnum || type.BaseType is not { } ancestor || ancestor == typeof(object) || ancestor == typeof(ValueType) ? null : ancestor;

    private static string OpenNameOf(Type type) =>
        type.IsGenericTypeDefinition ? $"{type.FullName!.Split('`')[0]}<{string.Join(",", type.GetGenericArguments().Select((_, i) => "T" + i))}>" : type.FullName!;

    private static Type? ElementOf(Type type) =>
        type == typeof(string) ? null
        : type.IsArray ? type.GetElementType()
        : type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GenericTypeArguments[0];
}
