using System.Diagnostics;
using System.Text.RegularExpressions;
using JobSwipe.Tools;
using JobSwipe.Tools.Installing;
using Microsoft.Playwright;

namespace JobSwipe.Releases.Smoke;

/// <summary>
/// The machine's Chromium, which walks a plan's journeys and keeps a screenshot and a trace of each. Starting it takes seconds, so
/// several smoke tests share one.
/// </summary>
public sealed partial class BrowserRunner : IAsyncDisposable
{
    private const float Patience = 10_000;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private BrowserRunner(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Starts it.</summary>
    /// <exception cref="DeliveryError">There is no Chromium on this machine.</exception>
    public static async Task<BrowserRunner> StartAsync()
    {
        var chromium = ExternalTool.Chromium.Require();
        var playwright = await Playwright.CreateAsync();
        try
        {
            var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = chromium,
                // Chromium's sandbox refuses root. The other switches stop calls to its maker.
                Args = [.. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>(),
                    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
            return new BrowserRunner(playwright, browser);
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    /// <summary>Walks one journey; the picture, the trace and the requests (HAR) are written also when it fails.</summary>
    /// <returns>How it went, and what accessibility the page that it ends on has.</returns>
    internal async Task<(IReadOnlyList<CheckResult> Results, string Screenshot)> RunAsync(Journey journey, Uri url, Captures captures, string folder, bool accessible)
    {
        var clock = Stopwatch.StartNew();
        var name = NotInFileNames().Replace(journey.Name.ToLowerInvariant(), "-");
        var screenshot = Path.Combine(folder, name + ".png");
        await using var context = await _browser.NewContextAsync(Device(journey.Device, url, Path.ChangeExtension(screenshot, ".har")));
        await context.Tracing.StartAsync(new TracingStartOptions { Snapshots = true });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(Patience);
        var problems = Listen(page);
        string? failure = null;
        try
        {
            foreach (var step in journey.Steps) await StepAsync(page, step, captures);
            if (problems.Count > 0) failure = "the browser reports: " + string.Join("; ", problems.Take(3));
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException or CheckFailed)
        {
            failure = string.Join(" ", exception.Message.Split('\n').Take(2).Select(line => line.Trim()).Concat(problems.Take(2)));
        }
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = screenshot });
        await context.Tracing.StopAsync(new TracingStopOptions { Path = Path.ChangeExtension(screenshot, ".trace.zip") });
        var walked = new CheckResult(journey.Name, clock.Elapsed.TotalSeconds, failure);
        // A page that a journey could not reach says nothing about the one that it looks for.
        return (failure is null && accessible ? [walked, await AccessibilityAsync(page, journey, screenshot)] : [walked], screenshot);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static async Task<CheckResult> AccessibilityAsync(IPage page, Journey journey, string screenshot)
    {
        var clock = Stopwatch.StartNew();
        string? failure;
        try
        {
            failure = await Accessibility.FailureAsync(page, Path.ChangeExtension(screenshot, ".axe.json"));
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
        {
            failure = exception.Message.Split('\n')[0];
        }
        return new CheckResult($"{journey.Name}: accessible", clock.Elapsed.TotalSeconds, failure);
    }

    private static List<string> Listen(IPage page)
    {
        var problems = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") problems.Add($"console: {message.Text}"); };
        page.PageError += (_, error) => problems.Add($"error: {error.Split('\n')[0]}");
        page.Response += (_, answer) => { if (answer.Status >= 400) problems.Add($"{answer.Status} for {answer.Url}"); };
        page.RequestFailed += (_, request) => problems.Add($"{request.Failure} for {request.Url}");
        return problems;
    }

    private static async Task StepAsync(IPage page, JourneyStep step, Captures captures)
    {
        if (step.Open is { } path) await page.GotoAsync(captures.Fill(path));
        for (var time = 0; step.Click is not null && time < step.Times; time++) await page.Locator(step.Click).First.ClickAsync();
        if (step.Fill is not null) await page.Locator(step.Fill).First.FillAsync(captures.Fill(step.Text ?? ""));
        for (var time = 0; step.Press is not null && time < step.Times; time++) await page.Keyboard.PressAsync(step.Press);
        if (step.Expect is not { } selector) return;
        var found = page.Locator(selector);
        if (step.Count is { } count) await Assertions.Expect(found).ToHaveCountAsync(count, new LocatorAssertionsToHaveCountOptions { Timeout = Patience });
        else await found.First.WaitForAsync();
        if (step.Text is { } text)
            await Assertions.Expect(found.First).ToContainTextAsync(captures.Fill(text), new LocatorAssertionsToContainTextOptions { Timeout = Patience });
    }

    private static BrowserNewContextOptions Device(string device, Uri url, string har)
    {
        var options = device switch
        {
            "phone" => new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true, DeviceScaleFactor = 2 },
            "desktop" => new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 800 } },
            _ => throw new CheckFailed($"there is no device '{device}': use phone or desktop"),
        };
        options.BaseURL = url.ToString();
        options.RecordHarPath = har;
        return options;
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInFileNames();
}
