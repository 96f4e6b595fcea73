using System.Text;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Operations.Headers;
using Microsoft.Extensions.FileProviders;

namespace DoubleReductionGov.Host.Portal;

/// <summary>Serves the built portal, or says plainly that it was not built.</summary>
internal static class PortalEndpoints
{
    private const string IndexPath = "/index.html";

    private const string NotBuilt = """
        <!doctype html>
        <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>网页尚未生成</title>
        <style>body{font:16px/1.7 "PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;max-width:42em;margin:10vh auto;padding:0 1em;color:#1f1f1f}code{background:#f2f4f7;padding:.1em .4em;border-radius:4px}</style></head>
        <body><h1>接口已启动，网页尚未生成</h1>
        <p>网页由 Node.js 生成，本机没有找到合适的版本。请安装 Node.js 20.19 及以上的 20 版，或 22.12 及以上版本，然后重新执行：</p>
        <p><code>dotnet run --project src/DoubleReductionGov.Host</code></p>
        <p>接口可以照常使用：<a href="/api-docs">接口说明</a>，<a href="/openapi/v1.json">OpenAPI 文件</a>。</p>
        <hr><p lang="en">The API runs, the web pages were not built: they need Node.js 20.19 or later of line 20, or 22.12 or later. Install it and run the same command again.</p></body></html>
        """;

    public static void MapPortal(this WebApplication app)
    {
        app.MapFallback("/api/{**path}", UnknownAddress.AnswerAsync).ExcludeFromDescription();
        var index = app.Environment.WebRootFileProvider.GetFileInfo("index.html");
        if (!index.Exists)
        {
            app.MapFallback(context => WriteHtmlAsync(context, NotBuilt.Replace("<style>", $"""<style nonce="{context.StyleNonce()}">"""))).ExcludeFromDescription();
            return;
        }

        app.MapFallback(context => WriteIndexAsync(context, index)).ExcludeFromDescription();
    }

    /// <summary>The portal's files; those under /assets carry a hash in their names and never change.</summary>
    public static void UsePortalFiles(this WebApplication app) =>
        app.UseWhen(context => context.Request.Path != IndexPath, files => files.UseStaticFiles(Files()));

    private static StaticFileOptions Files() => new()
    {
        OnPrepareResponse = context => context.Context.Response.Headers.CacheControl =
            context.Context.Request.Path.StartsWithSegments("/assets") ? "public,max-age=31536000,immutable" : "no-cache",
    };

    // The portal makes style sheets while it runs; it finds the word that lets them in where Vite's own loader looks for it.
    private static async Task WriteIndexAsync(HttpContext context, IFileInfo index)
    {
        using var reader = new StreamReader(index.CreateReadStream());
        var html = await reader.ReadToEndAsync(context.RequestAborted);
        await WriteHtmlAsync(context, html.Replace("</head>", $"""<meta property="csp-nonce" nonce="{context.StyleNonce()}"></head>"""));
    }

    private static Task WriteHtmlAsync(HttpContext context, string html)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(html, Encoding.UTF8);
    }
}
