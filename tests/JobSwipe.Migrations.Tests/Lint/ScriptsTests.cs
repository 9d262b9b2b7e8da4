using JobSwipe.Migrations.Lint;
using JobSwipe.Migrations.Lint.Reports;

namespace JobSwipe.Migrations.Tests.Lint;

public sealed class ScriptsTests
{
    [Fact]
    public void JobSwipes_own_scripts_are_clean()
    {
        var report = MigrationLinter.Lint(LintScript.Load());

        report.Files.ShouldBe(14);
        report.Findings.ShouldBeEmpty(report.Write(LintFormat.Text));
        report.Waived.ShouldAllBe(finding => finding.Waived!.Length > 20);
    }
}
