using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace JobSwipe.Releases.Tests.Smoke;

/// <summary>A small site on loopback to look at, with a page that has a button, and what a test adds to it.</summary>
internal sealed class SampleSite : IAsyncDisposable
{
    private const string Page = """
        <!doctype html><html lang="en"><title>Sample</title><link rel="icon" href="data:,">
        <main><h1>Sample</h1><button id="more">more</button><ul id="list"></ul></main>
        <script>document.getElementById('more').onclick = () => document.getElementById('list').appendChild(document.createElement('li')).textContent = 'item';</script>
        """;

    private readonly WebApplication _site;

    private SampleSite(WebApplication site) => _site = site;

    public Uri Url => new(_site.Urls.First());

    public static async Task<SampleSite> StartAsync(Action<WebApplication>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var site = builder.Build();
        site.Urls.Add("http://127.0.0.1:0");
        configure?.Invoke(site);
        site.MapGet("/health", () => Results.Json(new { status = "ok", version = "1.2.3", items = new[] { new { id = "first" } } }));
        site.MapGet("/items/{id}", (string id, HttpRequest request) => Results.Json(new { id, token = request.Headers["X-Token"].ToString() }));
        site.MapGet("/page", () => Results.Content(Page, "text/html"));
        site.MapGet("/broken", () => Results.Content(Page + "<script>console.error('out of cards')</script>", "text/html"));
        await site.StartAsync();
        return new SampleSite(site);
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();
}
