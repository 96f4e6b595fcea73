using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Microsoft.Extensions.Options;
using Volo.Abp.Content;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Auditing;

/// <summary>Writes parameters and values into records: what looks like a secret is masked, streams are left out, long text is cut.</summary>
internal sealed class AuditSerializer : ISingletonDependency
{
    public const string Mask = "***";
    public const int MaxParametersLength = 2000;

    private static readonly string[] SecretWords = ["password", "passwd", "secret", "token", "hash", "securitystamp", "connectionstring", "privatekey", "apikey"];

    /// <summary>Whole names, and the ends of names such as recoveryCode.</summary>
    private static readonly string[] SecretCodes = ["code", "recoveryCode", "verificationCode", "twoFactorCode", "authenticatorCode", "otp", "pin"];

    private static readonly ConcurrentDictionary<MemberInfo, bool> Disabled = new();

    private readonly JsonSerializerOptions _json;
    private readonly Type[] _ignored;

    public AuditSerializer(IOptions<AbpAuditingOptions> options)
    {
        _ignored = [.. options.Value.IgnoredTypes, typeof(IRemoteStreamContent)];
        _json = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            MaxDepth = 32,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOut } },
        };
    }

    public static bool IsSecret(string name) => Array.Exists(SecretWords, w => name.Contains(w, StringComparison.OrdinalIgnoreCase));

    public string Parameters(IEnumerable<KeyValuePair<string, object?>> arguments)
    {
        var parameters = new JsonObject();
        foreach (var (name, value) in arguments.Where(a => a.Value is null || !IsIgnored(a.Value.GetType())))
        {
            parameters[name] = value is null ? null : JsonSerializer.SerializeToNode(value, value.GetType(), _json);
        }

        MaskSecrets(parameters);
        return Cut(parameters.ToJsonString(_json), MaxParametersLength);
    }

    /// <summary>JSON of a property's value.</summary>
    public string? Value(object? value) =>
        value is null ? null : Cut(JsonSerializer.Serialize(value, value.GetType(), _json), EntityPropertyChangeInfo.MaxValueLength);

    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        // A character outside the basic plane has two halves, one of which no database stores.
        return char.IsHighSurrogate(text[length - 2]) ? text[..(length - 2)] + "…" : text[..(length - 1)] + "…";
    }

    private bool IsIgnored(Type type) => Array.Exists(_ignored, i => i.IsAssignableFrom(type)) || IsDisabled(type);

    private static bool IsDisabled(MemberInfo member) => Disabled.GetOrAdd(member, m => m.IsDefined(typeof(DisableAuditingAttribute), true));

    private void LeaveOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => IsIgnored(p.PropertyType) || (p.AttributeProvider is MemberInfo member && IsDisabled(member))).ToList())
        {
            type.Properties.Remove(property);
        }
    }

    private static void MaskSecrets(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject values:
                foreach (var (name, value) in values.ToList())
                {
                    if (value is not null && (IsSecret(name) || Array.Exists(SecretCodes, c => name.Equals(c, StringComparison.OrdinalIgnoreCase))))
                    {
                        values[name] = Mask;
                    }
                    else
                    {
                        MaskSecrets(value);
                    }
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    MaskSecrets(item);
                }

                break;
        }
    }
}
