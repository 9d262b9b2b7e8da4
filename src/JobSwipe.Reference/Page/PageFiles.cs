using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using JobSwipe.Reference.Hosting;

namespace JobSwipe.Reference.Page;

/// <summary>The swipe page and what belongs to it, out of the program itself.</summary>
internal static class PageFiles
{
    private static readonly (string Path, string File, string Type)[] Files =
    [
        ("/", "index.html", "text/html; charset=utf-8"),
        ("/app.css", "app.css", "text/css; charset=utf-8"),
        ("/app.js", "app.js", "text/javascript; charset=utf-8"),
        ("/favicon.svg", "favicon.svg", "image/svg+xml"),
        // Browsers ask for it by this name before they have read the page.
        ("/favicon.ico", "favicon.svg", "image/svg+xml"),
    ];

    public static void MapPage(this WebApplication app, Settings settings)
    {
        foreach (var (path, file, type) in Files)
        {
            var content = Encoding.UTF8.GetBytes(Load(file).Replace("{{version}}", WebUtility.HtmlEncode(settings.Version)));
            var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"";
            app.MapMethods(path, ["GET", "HEAD"], context => SendAsync(context, content, type, tag));
        }
    }

    private static async Task SendAsync(HttpContext context, byte[] content, string type, string tag)
    {
        // Asked for again every time, answered with 304: a new release is seen at once.
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch.Contains(tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        context.Response.ContentType = type;
        context.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }

    private static string Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
