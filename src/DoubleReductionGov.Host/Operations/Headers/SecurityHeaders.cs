using System.Security.Cryptography;

namespace DoubleReductionGov.Host.Operations.Headers;

/// <summary>
/// Tells the browser what a page of ours never does. No inline script anywhere. Style sheets are files or bear the nonce of their page (Ant Design makes
/// its own at run time); style attributes are allowed, because the tooltips of the charts are written with them and no script can hide in one.
/// </summary>
internal static class SecurityHeaders
{
    private const string Common = "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
    private const string Data = $"default-src 'none'; {Common}";
    private static readonly object NonceKey = new();

    public static void UseSecurityHeaders(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.Use((context, next) =>
        {
            // At the last moment: an error clears the headers that were set before, and only now it is known whether a page is sent.
            context.Response.OnStarting(static state => Write((HttpContext)state), context);
            return next(context);
        });
    }

    /// <summary>The word by which this response's page vouches for its style sheets. Another one for every response.</summary>
    public static string StyleNonce(this HttpContext context)
    {
        if (context.Items[NonceKey] is not string nonce)
        {
            context.Items[NonceKey] = nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        }

        return nonce;
    }

    private static Task Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = PolicyOf(context);
        return Task.CompletedTask;
    }

    private static string PolicyOf(HttpContext context)
    {
        if (context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) != true)
        {
            return Data;
        }

        var nonce = context.Items[NonceKey] is string known ? $" 'nonce-{known}'" : "";
        // The reference of the API is not ours: it puts style elements without a nonce into its page.
        var styles = context.Request.Path.StartsWithSegments("/api-docs") ? "'self' 'unsafe-inline'" : $"'self'{nonce}";
        return $"default-src 'none'; script-src 'self'; style-src {styles}; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; "
            + $"font-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self' blob:; {Common}";
    }
}
