using System.Text.RegularExpressions;
using JobSwipe.Migrations.Lint;

namespace JobSwipe.Migrations.Tests.Lint;

public sealed partial class RulePagesTests
{
    public static TheoryData<string> Rules => [.. LintRules.All.Select(rule => rule.Name)];

    [Fact]
    public void Registry_files_and_pages_agree()
    {
        var folder = LintFiles.Source;
        var files = Directory.GetFiles(Path.Combine(folder, "Rules"), "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)).ToArray();
        var pages = Directory.GetFiles(Path.Combine(folder, "Pages"), "*.md").Select(file => Path.GetFileNameWithoutExtension(file)).ToArray();

        LintRules.All.Select(rule => rule.GetType().Name).Order(StringComparer.Ordinal).ShouldBe(files.Order(StringComparer.Ordinal));
        LintRules.All.Select(rule => rule.Name).Order(StringComparer.Ordinal).ShouldBe(pages.Order(StringComparer.Ordinal));
        foreach (var rule in LintRules.All) rule.Name.ShouldBe(Words().Replace(rule.GetType().Name, "-$1").TrimStart('-').ToLowerInvariant());
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_page_says_what_is_wrong_and_what_to_do(string name)
    {
        var page = LintRules.Find(name)!.Page;

        page.ShouldStartWith($"# {name}\n\n## Problem\n\n");
        foreach (var heading in new[] { "\n## Safe way\n", "\n## Bad\n", "\n## Good\n" }) page.ShouldContain(heading);
        LintRules.Find(name)!.Help.Length.ShouldBeInRange(10, 300);
        LintRules.Find(name)!.Summary.Length.ShouldBeInRange(10, 200);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Each_bad_example_is_found(string name)
    {
        var page = new Page(LintRules.Find(name)!);

        page.Bad.ShouldNotBeEmpty();
        foreach (var script in page.Bad)
            MigrationLinter.Lint([script], page.Settings).Findings.ShouldContain(finding => finding.Rule == name, script.Text);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Nothing_is_found_in_the_good_examples(string name)
    {
        var page = new Page(LintRules.Find(name)!);

        page.Good.ShouldNotBeEmpty();
        MigrationLinter.Lint(page.Good, page.Settings).Findings.ShouldBeEmpty();
    }

    [GeneratedRegex("([A-Z])")]
    private static partial Regex Words();
}
