using System.Text.Json;
using System.Text.Json.Serialization;

namespace DoubleReductionGov.Host.Http;

/// <summary>Refuses U+0000 in texts with 400: PostgreSQL cannot store it and no keyboard makes it.</summary>
internal sealed class TextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.Null ? null : reader.GetString();
        return text?.Contains('\0') == true ? throw new JsonException("The text contains a character that cannot be stored (U+0000).") : text;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
