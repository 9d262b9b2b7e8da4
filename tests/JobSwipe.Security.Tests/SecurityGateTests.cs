using JobSwipe.Security.Gate;

namespace JobSwipe.Security.Tests;

public sealed class SecurityGateTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Finding Fixable = new()
    {
        Tool = "trivy", Kind = FindingKind.Vulnerability, Rule = "CVE-2026-1", Package = "lib_a", Version = "1", FixedVersion = "2", Path = "requirements.txt", Severity = Severity.High,
    };
    private static readonly Finding Secret = new() { Tool = "gitleaks", Kind = FindingKind.Secret, Rule = "github-pat", Path = "a.env", Severity = Severity.Critical };
    private static readonly Waiver Waiver = new() { Id = "CVE-2026-1", Scope = "lib*", Owner = "ada", Reason = "not reachable", Expires = new DateOnly(2026, 6, 30) };

    [Fact]
    public void Passes_when_every_scanner_ran_and_found_nothing() => Judge([]).Outcome.ShouldBe(ScanOutcome.Passed);

    [Fact]
    public void Knows_nothing_when_it_looked_at_nothing() =>
        SecurityGate.Judge(new GateInput { Scans = [], Now = Now }).Outcome.ShouldBe(ScanOutcome.NotRun);

    [Fact]
    public void A_scanner_that_left_no_result_did_not_run()
    {
        var report = SecurityGate.Judge(new GateInput { Scans = [Scan()], Expected = ["trivy", "gitleaks"], Now = Now });

        report.Outcome.ShouldBe(ScanOutcome.NotRun);
        report.Summary.ShouldContain("gitleaks: not run: it left no result");
    }

    [Fact]
    public void A_broken_scanner_is_no_pass() =>
        SecurityGate.Judge(new GateInput { Scans = [Scan(), ScanResult.Broken("bandit", "it wrote none")], Now = Now }).Outcome.ShouldBe(ScanOutcome.ScannerError);

    [Fact]
    public void A_stale_result_is_a_scanner_error() =>
        SecurityGate.Judge(new GateInput { Scans = [Scan() with { At = Now.AddHours(-25) }], Now = Now }).Outcome.ShouldBe(ScanOutcome.ScannerError);

    [Theory]
    [InlineData(Severity.Critical, "2", FindingState.Blocking)]
    [InlineData(Severity.High, "2", FindingState.Blocking)]
    [InlineData(Severity.High, null, FindingState.Unfixed)]
    [InlineData(Severity.Medium, "2", FindingState.Noted)]
    [InlineData(Severity.Unknown, "2", FindingState.Noted)]
    public void Decides_by_severity_and_fix(Severity severity, string? fix, FindingState state) =>
        Judge([Fixable with { Severity = severity, FixedVersion = fix }]).Findings.ShouldHaveSingleItem().State.ShouldBe(state);

    [Fact]
    public void Blocks_on_a_secret() => Judge([Secret]).Outcome.ShouldBe(ScanOutcome.Blocked);

    [Fact]
    public void Blocks_on_what_is_exploited_also_without_a_fix() =>
        Judge([Fixable with { Severity = Severity.Low, FixedVersion = null }], input => input with { KnownExploited = new KnownExploited(new HashSet<string> { "CVE-2026-1" }, Now) })
            .Findings[0].Why.ShouldBe("known to be exploited");

    [Fact]
    public void Blocks_when_the_days_to_fix_are_over()
    {
        var seen = new Dictionary<string, DateTimeOffset> { [Fixable.Fingerprint] = Now.AddDays(-91) };

        Judge([Fixable with { Severity = Severity.Medium }], input => input with { FirstSeen = seen }).Findings[0].Why.ShouldBe("to be fixed by 2026-05-31");
    }

    public sealed class NewOnly
    {
        [Fact]
        public void Lets_what_the_baseline_knows_through() => With(Baseline.Of([Fixable], Now), Fixable).State.ShouldBe(FindingState.Known);

        [Fact]
        public void Blocks_on_what_it_does_not_know() => With(Baseline.None, Fixable).State.ShouldBe(FindingState.Blocking);

        [Fact]
        public void Blocks_when_a_fix_has_appeared() => With(Baseline.Of([Fixable with { FixedVersion = null }], Now), Fixable).State.ShouldBe(FindingState.Blocking);

        [Fact]
        public void Never_lets_a_secret_through() => With(Baseline.Of([Secret], Now), Secret).State.ShouldBe(FindingState.Blocking);

        private static JudgedFinding With(Baseline baseline, Finding finding) =>
            Judge([finding], input => input with { Policy = new SecurityPolicy { NewOnly = true }, Baseline = baseline }).Findings[0];
    }

    public sealed class Waivers
    {
        [Fact]
        public void Lets_through_what_is_waived_and_shows_it()
        {
            var report = Judge([Fixable], input => input with { Waivers = [Waiver] });

            report.Outcome.ShouldBe(ScanOutcome.Passed);
            report.Findings[0].Why.ShouldContain("waived by ada until 2026-06-30: not reachable");
        }

        [Fact]
        public void Holds_on_its_last_day_and_blocks_on_the_next()
        {
            Judge([Fixable], input => input with { Waivers = [Waiver with { Expires = new DateOnly(2026, 6, 1) }] }).Outcome.ShouldBe(ScanOutcome.Passed);
            Judge([Fixable], input => input with { Waivers = [Waiver with { Expires = new DateOnly(2026, 5, 31) }] }).Findings[0].Why.ShouldBe("the waiver of ada expired on 2026-05-31");
        }

        [Fact]
        public void Holds_for_an_alias_and_for_a_fingerprint()
        {
            Judge([Fixable with { Rule = "GHSA-1", Aliases = ["CVE-2026-1"] }], input => input with { Waivers = [Waiver] }).Outcome.ShouldBe(ScanOutcome.Passed);
            Judge([Secret], input => input with { Waivers = [Waiver with { Id = Secret.Fingerprint, Scope = "a.env" }] }).Outcome.ShouldBe(ScanOutcome.Passed);
        }

        [Fact]
        public void Holds_for_nothing_outside_its_scope_and_warns()
        {
            var report = Judge([Fixable], input => input with { Waivers = [Waiver with { Scope = "other" }] });

            report.Outcome.ShouldBe(ScanOutcome.Blocked);
            report.Warnings.ShouldContain("the waiver of CVE-2026-1 for other matches nothing: remove it");
        }
    }

    [Fact]
    public void Counts_once_what_two_scanners_found_under_different_names()
    {
        var report = SecurityGate.Judge(new GateInput
        {
            Now = Now,
            Scans =
            [
                Scan(Fixable),
                Scan(Fixable with { Tool = "pip-audit", Rule = "PYSEC-2026-9", Aliases = ["CVE-2026-1", "GHSA-x"], Package = "Lib.A", Severity = Severity.Unknown, Path = "backend/requirements.txt" }) with { Tool = "pip-audit" },
                Scan(Fixable with { Tool = "osv-scanner", Rule = "GHSA-x", Package = "lib-a" }) with { Tool = "osv-scanner" },
            ],
        });

        var finding = report.Findings.ShouldHaveSingleItem().Finding;
        (finding.Rule, finding.Severity, string.Join(' ', finding.AlsoBy.Prepend(finding.Tool))).ShouldBe(("CVE-2026-1", Severity.High, "osv-scanner pip-audit trivy"));
        finding.Aliases.ShouldBe(["GHSA-x", "PYSEC-2026-9"]);
    }

    [Fact]
    public void A_fingerprint_knows_neither_line_nor_title() => (Secret with { Line = 3, Title = "x" }).Fingerprint.ShouldBe((Secret with { Line = 9 }).Fingerprint);

    [Theory]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 9.8)]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:N/A:N", 7.7)]
    [InlineData("CVSS:3.0/AV:L/AC:L/PR:N/UI:R/S:U/C:N/I:N/A:H", 5.5)]
    [InlineData("CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:L/A:N", 3.7)]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N", 0.0)]
    [InlineData("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", null)]
    [InlineData("CVSS:3.1/AV:N", null)]
    public void Scores_vectors_as_NVD_does(string vector, double? score) => Cvss.Score(vector).ShouldBe(score);

    [Fact]
    public void Judges_many_findings_quickly()
    {
        var many = Enumerable.Range(0, 50_000).Select(number => Fixable with { Rule = $"CVE-2026-{number}", Package = $"p{number % 5000}" }).ToArray();

        Judge(many).Findings.Count.ShouldBe(50_000);
    }

    private static GateReport Judge(IReadOnlyList<Finding> findings, Func<GateInput, GateInput>? with = null) =>
        SecurityGate.Judge((with ?? (input => input))(new GateInput { Scans = [Scan([.. findings])], Now = Now, Expected = ["trivy"] }));

    private static ScanResult Scan(params Finding[] findings) => ScanResult.Of("trivy", findings) with { At = Now };
}
