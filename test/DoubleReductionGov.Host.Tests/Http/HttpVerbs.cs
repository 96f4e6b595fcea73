using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DoubleReductionGov.Host.Http;

/// <summary>Requests as the portal makes them. With a type, the answer must be a success; without, it is the test's to judge.</summary>
internal static class HttpVerbs
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static async Task<T> GetAsync<T>(this HttpClient client, string path) => await ReadAsync<T>(await client.GetAsync(path));

    public static async Task<T> PostAsync<T>(this HttpClient client, string path, object body) => await ReadAsync<T>(await client.PostAsync(path, body));

    public static async Task<T> PutAsync<T>(this HttpClient client, string path, object body) => await ReadAsync<T>(await client.PutAsync(path, body));

    public static async Task<T> UploadAsync<T>(this HttpClient client, string path, string fileName, byte[] content) =>
        await ReadAsync<T>(await client.UploadAsync(path, fileName, content));

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, object body) =>
        client.PostAsync(path, JsonContent.Create(body, options: Json));

    public static Task<HttpResponseMessage> PutAsync(this HttpClient client, string path, object body) =>
        client.PutAsync(path, JsonContent.Create(body, options: Json));

    public static async Task<HttpResponseMessage> UploadAsync(this HttpClient client, string path, string fileName, byte[] content)
    {
        using var form = FileForm(fileName, content);
        return await client.PostAsync(path, form);
    }

    public static MultipartFormDataContent FileForm(string fileName, byte[] content)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return new MultipartFormDataContent { { file, "file", fileName } };
    }

    public static async Task<T> ReadAsync<T>(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            response.IsSuccessStatusCode.ShouldBeTrue($"{response.RequestMessage!.Method} {response.RequestMessage.RequestUri!.PathAndQuery}: {(int)response.StatusCode} {text}");
            return JsonSerializer.Deserialize<T>(text, Json)!;
        }
    }
}
