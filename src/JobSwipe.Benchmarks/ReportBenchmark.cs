using System.Diagnostics;
using JobSwipe.Tools.Installing;
using Microsoft.Playwright;

namespace JobSwipe.Benchmarks;

/// <summary>The report of 10,000 deployments: made by the target that people call, and opened in the machine's Chromium.</summary>
internal static class ReportBenchmark
{
    public const int Runs = 5;
    public const int Deployments = 10_000;

    /// <summary>Measures both.</summary>
    /// <returns>Seconds until the page is written, the start of the build among them; seconds until it is loaded and laid out.</returns>
    public static async Task<(double Built, double Opened)> RunAsync(BenchmarkSettings settings)
    {
        var folder = Path.Combine(settings.Work, "report");
        await ReleasesLedger.MakeAsync(folder, Deployments);
        var program = new Program("bash", settings.Root, Path.Combine(settings.Root, "build.sh"), "Report", "--store", folder);
        var built = Stopwatches.InTurn(Runs, program)[0].Select(run => run.Seconds).Median();
        var opened = await OpenAsync(new Uri(Path.Combine(settings.Root, "artifacts", "report", "index.html")));
        Directory.Delete(folder, recursive: true);
        return (built, opened);
    }

    private static async Task<double> OpenAsync(Uri page)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ExternalTool.Chromium.Require(),
            // Chromium's sandbox refuses root.
            Args = Environment.IsPrivilegedProcess ? ["--no-sandbox", "--disable-gpu"] : ["--disable-gpu"],
        });
        var seconds = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            // A context of its own has an empty cache.
            await using var context = await browser.NewContextAsync();
            var tab = await context.NewPageAsync();
            var clock = Stopwatch.StartNew();
            await tab.GotoAsync(page.AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
            // Two frames later it has been laid out and painted.
            await tab.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
            seconds.Add(clock.Elapsed.TotalSeconds);
        }
        return seconds.Median();
    }
}
