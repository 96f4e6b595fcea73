using System.Net;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace DoubleReductionGov.Host.Http;

/// <summary>Repeats the token of the cookie in the header, as the portal's code does.</summary>
internal sealed class AntiforgeryHandler(CookieContainer cookies) : DelegatingHandler
{
    public const string Header = "RequestVerificationToken";
    private const string Cookie = "XSRF-TOKEN";

    public static DelegatingHandler[] With(CookieContainer cookies) => [new AntiforgeryHandler(cookies), new CookieContainerHandler(cookies)];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Headers.Contains(Header) && cookies.GetCookies(request.RequestUri!)[Cookie] is { } token)
        {
            request.Headers.Add(Header, Uri.UnescapeDataString(token.Value));
        }

        return base.SendAsync(request, cancellationToken);
    }
}
