using System.Net;
using System.Text.Json;

namespace DoubleReductionGov.Host.Http;

/// <summary>ABP's error body.</summary>
internal sealed record ErrorBody(ErrorInfo Error);

internal sealed record ErrorInfo(string? Code, string? Message, string? Details, JsonElement? Data, List<ValidationError>? ValidationErrors);

internal sealed record ValidationError(string Message, string[] Members);

internal static class Refusals
{
    /// <summary>The status, the stable code if there is one, and a text that names each of <paramref name="named"/>.</summary>
    public static async Task<ErrorInfo> ShouldRefuseAsync(this HttpResponseMessage response, HttpStatusCode status, string? code, params string[] named)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            response.StatusCode.ShouldBe(status, text);
            var error = JsonSerializer.Deserialize<ErrorBody>(text, HttpVerbs.Json).ShouldNotBeNull(text).Error;
            error.Code.ShouldBe(code, text);
            error.Message.ShouldNotBeNullOrWhiteSpace(text);
            var said = string.Join('\n', (error.ValidationErrors ?? []).SelectMany(e => e.Members.Append(e.Message)).Prepend(error.Details).Prepend(error.Message));
            foreach (var part in named)
            {
                said.ShouldContain(part, Case.Sensitive, text);
            }

            return error;
        }
    }

    /// <summary>401 and 403 of the gate, before anything was looked at: no body.</summary>
    public static void ShouldTurnAway(this HttpResponseMessage response, HttpStatusCode status)
    {
        using (response)
        {
            response.StatusCode.ShouldBe(status);
        }
    }
}
