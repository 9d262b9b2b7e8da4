using Microsoft.Playwright;

namespace JobSwipe.Reference.Tests.Support;

/// <summary>The machine's Chromium. Tests that need it are skipped, with the reason, where there is none.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string? Program = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private IBrowserContext? _context;

    public async ValueTask InitializeAsync()
    {
        if (Program is null) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Args = [.. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>(),
                "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A page in a context of its own, and the list of what its console and its network complain about.</summary>
    public async Task<(IPage Page, List<string> Problems)> OpenAsync(Uri url, BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(_browser is null, "there is no Chromium on this machine");
        options ??= new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 800 } };
        options.BaseURL = url.ToString();
        // Tests of a class run one after the other: the last one's context is done with.
        if (_context is not null) await _context.CloseAsync();
        _context = await _browser!.NewContextAsync(options);
        var page = await _context.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        var problems = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") problems.Add(message.Text); };
        page.PageError += (_, error) => problems.Add(error);
        page.Response += (_, answer) => { if (answer.Status >= 400) problems.Add($"{answer.Status} {answer.Url}"); };
        await page.GotoAsync("/");
        await page.GetByTestId("card").WaitForAsync();
        return (page, problems);
    }

    public static BrowserNewContextOptions Phone() =>
        new() { ViewportSize = new ViewportSize { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true, DeviceScaleFactor = 2 };

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
