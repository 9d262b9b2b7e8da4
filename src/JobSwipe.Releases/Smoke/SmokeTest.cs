namespace JobSwipe.Releases.Smoke;

/// <summary>Looks at a running release from outside, as its users do.</summary>
public static class SmokeTest
{
    /// <summary>Runs every check of the plan.</summary>
    /// <param name="plan">What to check.</param>
    /// <param name="url">The running release.</param>
    /// <param name="version">The version that it must serve; null to take the one that it first says, and hold it to that.</param>
    /// <param name="folder">Where screenshots and traces go.</param>
    /// <param name="grace">How long a refused connection is tried again; an answer, even a wrong one, counts at once.</param>
    /// <param name="shared">A browser that somebody else starts and ends; without one, a test with journeys has its own.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<SmokeReport> RunAsync(
        SmokePlan plan, Uri url, string? version, string folder, TimeSpan grace, Task<BrowserRunner>? shared = null, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(folder);
        var captures = new Captures(version);
        if (grace > TimeSpan.Zero) await OutsideProbe.FailureAsync(url, grace, cancellation);
        // The browser takes longest to start, so it does while plain requests are sent.
        var own = plan.Browser.Count > 0 && shared is null ? BrowserRunner.StartAsync() : null;
        try
        {
            return await RunAsync(plan, url, captures, folder, own ?? shared, cancellation);
        }
        finally
        {
            if (own is not null) await (await own).DisposeAsync();
        }
    }

    private static async Task<SmokeReport> RunAsync(
        SmokePlan plan, Uri url, Captures captures, string folder, Task<BrowserRunner>? starting, CancellationToken cancellation)
    {
        var checks = new List<CheckResult>();
        using (var http = new HttpRunner(url, captures))
            foreach (var check in plan.Http)
                checks.Add(await http.RunAsync(check, cancellation));
        if (PublicHost.Is(url)) checks.AddRange(await PublicHost.CheckAsync(url, cancellation: cancellation));
        // A release that cannot answer plain requests would only make the browser wait.
        if (starting is null || plan.Browser.Count == 0 || checks.Any(check => check.Failure is not null)) return new SmokeReport(url.ToString(), checks, []);
        var browser = await starting;
        // Each has a context of its own, as two people would.
        var walked = await Task.WhenAll(plan.Browser.Select(journey => browser.RunAsync(journey, url, captures, folder, plan.Accessible)));
        return new SmokeReport(url.ToString(), [.. checks, .. walked.SelectMany(walk => walk.Results)], [.. walked.Select(walk => walk.Screenshot)]);
    }
}
