namespace DoubleReductionGov.Host.Operations;

/// <summary>Requests from an address: the test server knows none, so the header of a proxy tells it.</summary>
internal static class Visitor
{
    public const string Operator = "127.0.0.1";
    public const string Stranger = "203.0.113.7";

    public static HttpClient ComeFrom(this HostApplication application, string address)
    {
        var client = application.OpenPortal();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return client;
    }
}
