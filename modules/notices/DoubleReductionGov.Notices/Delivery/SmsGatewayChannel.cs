using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace DoubleReductionGov.Notices.Delivery;

/// <summary>Posts short messages to a gateway of the city.</summary>
internal sealed class SmsGatewayChannel(Uri url, string? key) : IMessageChannel, IDisposable
{
    private readonly HttpClient _client = new();

    public string Name => MessageChannels.Sms;

    public async Task SendAsync(Message message, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = JsonContent.Create(new { to = message.To, text = message.Subject }) };
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        using var response = await _client.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public void Dispose() => _client.Dispose();
}
