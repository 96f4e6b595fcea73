using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.Tracing;

namespace DoubleReductionGov.Host.Operations.Logging;

/// <summary>
/// A line of JSON for an event: time in UTC, level, category, message, values, and to which request, county and account it belongs: as ids, never as names.
/// </summary>
internal sealed class JsonLineFormatter(ICorrelationIdProvider correlationId, ICurrentTenant currentTenant, ICurrentPrincipalAccessor principal, TimeProvider timeProvider)
    : ConsoleFormatter(Name)
{
    public new const string Name = "json-lines";

    private const string OriginalFormat = "{OriginalFormat}";
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Json))
        {
            writer.WriteStartObject();
            writer.WriteString("time", timeProvider.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            writer.WriteString("level", logEntry.LogLevel.ToString());
            writer.WriteString("category", logEntry.Category);
            WriteIfAny(writer, "event", logEntry.EventId.Name);
            WriteWho(writer);
            writer.WriteString("message", LogMask.Apply(logEntry.Formatter(logEntry.State, logEntry.Exception)));
            WriteValues(writer, logEntry.State);
            WriteIfAny(writer, "exception", logEntry.Exception is { } exception ? LogMask.Apply(exception.ToString()) : null);
            writer.WriteEndObject();
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private void WriteWho(Utf8JsonWriter writer)
    {
        WriteIfAny(writer, "correlationId", correlationId.Get());
        WriteIfAny(writer, "tenantId", currentTenant.Id?.ToString());
        // A principal may hold anything in its claims; only an id gets out.
        WriteIfAny(writer, "userId", Guid.TryParse(principal.Principal.FindFirst(AbpClaimTypes.UserId)?.Value, out var id) ? id.ToString() : null);
    }

    private static void WriteValues<TState>(Utf8JsonWriter writer, TState state)
    {
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> values || !values.Any(value => value.Key != OriginalFormat))
        {
            return;
        }

        writer.WriteStartObject("values");
        foreach (var (key, value) in values.Where(value => value.Key != OriginalFormat).DistinctBy(value => value.Key))
        {
            writer.WriteString(key, LogMask.Apply(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
        }

        writer.WriteEndObject();
    }

    private static void WriteIfAny(Utf8JsonWriter writer, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            writer.WriteString(name, value);
        }
    }
}
