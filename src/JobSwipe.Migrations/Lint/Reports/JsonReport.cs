using JobSwipe.Tools;

namespace JobSwipe.Migrations.Lint.Reports;

/// <summary>Findings for programs: <c>{ "files", "findings": [ … ], "waived": [ … ] }</c>, each finding with the members of <see cref="LintFinding"/>.</summary>
internal static class JsonReport
{
    public static string Write(LintReport report) => Json.Write(report);
}
