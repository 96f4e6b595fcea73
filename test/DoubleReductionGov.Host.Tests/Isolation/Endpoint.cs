using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Tasks;

namespace DoubleReductionGov.Host.Isolation;

/// <summary>One endpoint as the OpenAPI document describes it. Requests are made up from the description, so that no new endpoint is forgotten.</summary>
internal sealed record Endpoint(HttpMethod Method, string Path, IReadOnlyList<EndpointParameter> Parameters, JsonElement? Body, bool IsUpload, JsonElement Schemas)
{
    public static async Task<IReadOnlyList<Endpoint>> DiscoverAsync(HttpClient client)
    {
        var document = await client.GetAsync<JsonElement>("/openapi/v1.json");
        var schemas = document.GetProperty("components").GetProperty("schemas");
        return
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
               from operation in path.Value.EnumerateObject()
               select From(path.Name, operation, schemas),
        ];
    }

    public bool Has(string parameter) => Parameters.Any(p => Is(p.Name, parameter)) || (Body is { } body && Properties(body).Any(p => Is(p.Name, parameter)));

    /// <summary>A request with this id in its path, and elsewhere whatever the given values say for the name.</summary>
    public HttpRequestMessage Request(Guid id, Func<string, Guid?> idOf)
    {
        var path = Path.Replace("{id}", id.ToString(), StringComparison.Ordinal);
        var query = new List<string>();
        foreach (var parameter in Parameters.Where(p => p.Name != "id"))
        {
            if (parameter.In == "path")
            {
                path = path.Replace($"{{{parameter.Name}}}", (idOf(parameter.Name) ?? id).ToString(), StringComparison.Ordinal);
            }
            else if (ValueOf(parameter, idOf) is { } value)
            {
                query.Add($"{parameter.Name}={Uri.EscapeDataString(value)}");
            }
        }

        var content = IsUpload ? HttpVerbs.FileForm("evidence.pdf", TaskVerbs.Pdf) : Body is { } body ? (HttpContent)JsonContent.Create(Example(body, "", idOf)) : null;
        return new HttpRequestMessage(Method, query.Count == 0 ? path : $"{path}?{string.Join('&', query)}") { Content = content };
    }

    public JsonNode? ExampleBody() => Example(Body!.Value, "", _ => null);

    /// <summary>A list where the body has one value, and something else where it has a list. Null: it has nothing that could be wrong.</summary>
    public JsonNode? WrongBody()
    {
        var properties = Properties(Body!.Value).Where(p => TypeOf(Resolve(p.Value)) is not null).ToList();
        return properties.Count == 0 ? null : new JsonObject(properties.Select(p => KeyValuePair.Create(p.Name, TypeOf(Resolve(p.Value)) == "array" ? JsonValue.Create(7) : (JsonNode?)new JsonArray())));
    }

    public override string ToString() => $"{Method} {Path}";

    private static Endpoint From(string path, JsonProperty operation, JsonElement schemas)
    {
        var parameters = operation.Value.TryGetProperty("parameters", out var list)
            ? list.EnumerateArray().Select(p => new EndpointParameter(
                p.GetProperty("name").GetString()!, p.GetProperty("in").GetString()!, p.TryGetProperty("schema", out var schema) && FormatOf(schema) == "uuid")).ToList()
            : [];
        var content = operation.Value.TryGetProperty("requestBody", out var body) ? body.GetProperty("content") : default;
        var isJson = content.ValueKind == JsonValueKind.Object && content.TryGetProperty("application/json", out _);
        return new Endpoint(
            new HttpMethod(operation.Name.ToUpperInvariant()), path, parameters, isJson ? content.GetProperty("application/json").GetProperty("schema") : null,
            content.ValueKind == JsonValueKind.Object && !isJson, schemas);
    }

    private static string? ValueOf(EndpointParameter parameter, Func<string, Guid?> idOf) =>
        Is(parameter.Name, "maxResultCount") ? "1000" : Is(parameter.Name, "purpose") ? "核对数据" : idOf(parameter.Name)?.ToString();

    /// <summary>A body in which everything is filled in: ids as given, stamps left out so that no stamp stands in the way.</summary>
    private JsonNode? Example(JsonElement schema, string name, Func<string, Guid?> idOf)
    {
        schema = Resolve(schema);
        if (Is(name, "concurrencyStamp"))
        {
            return null;
        }

        if (idOf(name) is { } id)
        {
            return id;
        }

        return TypeOf(schema) switch
        {
            "object" => new JsonObject(Properties(schema).Select(p => KeyValuePair.Create(p.Name, Example(p.Value, p.Name, idOf)))),
            "array" => new JsonArray(Example(schema.GetProperty("items"), name.TrimEnd('s'), idOf)),
            "boolean" => true,
            "integer" or "number" => 10,
            _ => FormatOf(schema) == "date" ? "2022-01-31" : "text",
        };
    }

    private IEnumerable<JsonProperty> Properties(JsonElement schema) =>
        Resolve(schema).TryGetProperty("properties", out var properties) ? properties.EnumerateObject() : [];

    private JsonElement Resolve(JsonElement schema)
    {
        foreach (var several in new[] { "oneOf", "allOf", "anyOf" })
        {
            if (schema.TryGetProperty(several, out var choices))
            {
                return Resolve(choices.EnumerateArray().First(c => TypeOf(c) != "null"));
            }
        }

        return schema.TryGetProperty("$ref", out var reference) ? Schemas.GetProperty(reference.GetString()!.Split('/')[^1]) : schema;
    }

    private static string? TypeOf(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? null
        : type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()).First(t => t != "null") : type.GetString();

    private static string? FormatOf(JsonElement schema) => schema.TryGetProperty("format", out var format) ? format.GetString() : null;

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

internal sealed record EndpointParameter(string Name, string In, bool IsId);
