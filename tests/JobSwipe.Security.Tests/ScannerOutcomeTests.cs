using System.Diagnostics;
using JobSwipe.Security.Scanners;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Security.Tests;

/// <summary>A shell script stands in for a scanner: what it writes and how it ends decides the outcome.</summary>
public sealed class ScannerOutcomeTests : IDisposable
{
    private const string Clean = """{ "SchemaVersion": 2, "ArtifactName": "x" }""";
    private const string Blocking = """{ "SchemaVersion": 2, "Results": [{ "Target": "t", "Vulnerabilities": [{ "VulnerabilityID": "CVE-1", "PkgName": "p", "InstalledVersion": "1", "FixedVersion": "2", "Severity": "HIGH" }] }] }""";
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Clean, 0, ScanOutcome.Passed)]
    [InlineData(Blocking, 10, ScanOutcome.Blocked)]
    [InlineData(Clean, 10, ScanOutcome.ScannerError)]
    [InlineData(Clean, 1, ScanOutcome.ScannerError)]
    [InlineData("", 0, ScanOutcome.ScannerError)]
    [InlineData("{ \"SchemaVersion\": 2, \"Resu", 0, ScanOutcome.ScannerError)]
    [InlineData("[]", 0, ScanOutcome.ScannerError)]
    [InlineData(null, 0, ScanOutcome.ScannerError)]
    public async Task Decides_by_report_and_exit_code_together(string? report, int exitCode, ScanOutcome outcome) =>
        (await RunAsync(report, exitCode)).Outcome.ShouldBe(outcome);

    [Fact]
    public async Task Never_takes_a_former_report_for_this_one()
    {
        await RunAsync(Clean, 0);

        (await RunAsync(null, 0)).Outcome.ShouldBe(ScanOutcome.ScannerError);
    }

    [Fact]
    public async Task Says_that_a_scanner_is_not_there()
    {
        var result = await new StandIn("no-such-scanner", []).RunAsync(_folder.Path, TestContext.Current.CancellationToken);

        (result.Outcome, result.Detail).ShouldBe((ScanOutcome.NotRun, "not run: no-such-scanner is not on this machine"));
    }

    [Fact]
    public async Task Ends_a_scanner_that_hangs()
    {
        var clock = Stopwatch.StartNew();

        var result = await (new StandIn("sh", ["-c", "sleep 60"]) { Patience = TimeSpan.FromMilliseconds(300) }).RunAsync(_folder.Path, TestContext.Current.CancellationToken);

        (result.Outcome, result.Detail).ShouldBe((ScanOutcome.ScannerError, "sh did not end within 0.3 s"));
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Says_that_a_scanner_was_killed() =>
        (await new StandIn("sh", ["-c", "kill -KILL $$"]).RunAsync(_folder.Path, TestContext.Current.CancellationToken)).Detail.ShouldContain("exit code 137");

    [Fact]
    public async Task Says_what_a_scanner_without_a_network_says() =>
        (await new StandIn("sh", ["-c", "echo 'FATAL failed to download vulnerability DB: TOOMANYREQUESTS' >&2; exit 1"]).RunAsync(_folder.Path, TestContext.Current.CancellationToken))
            .Detail.ShouldContain("TOOMANYREQUESTS");

    [Theory]
    [InlineData("""{ "Version": "0.69.3", "VulnerabilityDB": { "Version": 2, "UpdatedAt": "2026-01-01T00:00:00Z" } }""", "240 h old")]
    [InlineData("""{ "Version": "0.69.3", "VulnerabilityDB": { "Version": 2, "UpdatedAt": "2026-01-10T12:00:00Z" } }""", null)]
    [InlineData("""{ "Version": "0.69.3" }""", null)]
    [InlineData("Version: 0.69.3", "not what it should be")]
    public void Refuses_a_database_that_is_too_old(string version, string? why)
    {
        var refusal = TrivyDatabase.Refusal(version, TimeSpan.FromHours(72), new DateTimeOffset(2026, 1, 11, 0, 0, 0, TimeSpan.Zero));

        if (why is null) refusal.ShouldBeNull();
        else refusal.ShouldNotBeNull().ShouldContain(why);
    }

    private Task<ScanResult> RunAsync(string? report, int exitCode)
    {
        var write = report is null ? "" : $"printf %s {Guard.Quote(report)} > \"$0\"; ";
        return new StandIn("sh", ["-c", $"{write}exit {exitCode}"]).RunAsync(_folder.Path, TestContext.Current.CancellationToken);
    }

    private sealed record StandIn(string Shell, IReadOnlyList<string> Script) : Scanner(Shell, 10)
    {
        public override string PinnedVersion => "1";

        public override IReadOnlyList<string> ToArguments(string report) => [.. Script, report];

        public override IReadOnlyList<Finding> Parse(Stream report) => new TrivyImage("").Parse(report);
    }
}
