using System.Text.Json;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Security.Tests;

/// <summary>A shell script stands in for a scanner: what it writes and how it ends decides the outcome.</summary>
public sealed class ScannerOutcomeTests : IDisposable
{
    private const string Clean = """{ "SchemaVersion": 2, "ArtifactName": "x" }""";
    private const string Blocking = """{ "SchemaVersion": 2, "Results": [{ "Vulnerabilities": [{ "VulnerabilityID": "CVE-1", "PkgName": "p", "InstalledVersion": "1", "FixedVersion": "2", "Severity": "HIGH" }] }] }""";
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

    private Task<ScanResult> RunAsync(string? report, int exitCode)
    {
        var write = report is null ? "" : $"printf %s {Guard.Quote(report)} > \"$0\"; ";
        return new StandIn("sh", ["-c", $"{write}exit {exitCode}"]).RunAsync(_folder.Path, TestContext.Current.CancellationToken);
    }

    private sealed record StandIn(string Program, IReadOnlyList<string> Script) : Scanner(Program, 10)
    {
        public override IReadOnlyList<string> ToArguments(string report) => [.. Script, report];

        public override IReadOnlyList<Finding> Parse(JsonElement report) => new TrivyImage("").Parse(report);
    }
}
