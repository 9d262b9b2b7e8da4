using System.Text.RegularExpressions;
using JobSwipe.Monitoring.Alerts;
using JobSwipe.Monitoring.Configuration;

namespace JobSwipe.Monitoring.Tests;

public sealed partial class RunbookTests
{
    [Fact]
    public void Every_target_that_a_runbook_names_exists()
    {
        var targets = BuildTargets();

        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, ".github", "runbooks"), "*.md"))
            foreach (Match call in Call().Matches(File.ReadAllText(file)))
                targets.ShouldContain(call.Groups[1].Value, $"{Path.GetFileName(file)} names it");
    }

    [Fact]
    public void Every_parameter_that_a_runbook_names_exists()
    {
        var schema = Repository.Read(".nuke", "build.schema.json");

        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, ".github", "runbooks"), "*.md"))
            foreach (Match call in WholeCall().Matches(File.ReadAllText(file)))
                foreach (Match parameter in Parameter().Matches(call.Value))
                    schema.ShouldContain($"\"{string.Concat(parameter.Groups[1].Value.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}\"", Case.Insensitive, $"{Path.GetFileName(file)}: {call.Value}");
    }

    [Fact]
    public void Links_between_runbooks_lead_somewhere()
    {
        var folder = Path.Combine(Repository.Root, ".github", "runbooks");

        foreach (var file in Directory.GetFiles(folder, "*.md"))
            foreach (Match link in Link().Matches(File.ReadAllText(file)))
                File.Exists(Path.Combine(folder, link.Groups[1].Value)).ShouldBeTrue($"{Path.GetFileName(file)} links to {link.Groups[1].Value}");
    }

    [Fact]
    public void Every_alert_leads_to_a_page_that_says_what_to_do()
    {
        foreach (var alert in AlertBook.At(Pace.Production).Alerts)
        {
            var page = Repository.Read(".github", "runbooks", RulesFile.RunbookUrl(alert)[(RulesFile.RunbookUrl(alert).LastIndexOf('/') + 1)..]);
            foreach (var section in new[] { "## Meaning", "## Impact", "## First look", "## Fix", "## Rollback" }) page.ShouldContain(section);
        }
    }

    private static HashSet<string> BuildTargets() =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "build", "Components"), "*.cs").SelectMany(file => Target().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))];

    [GeneratedRegex(@"\./build\.sh ([A-Z]\w+)")]
    private static partial Regex Call();

    [GeneratedRegex(@"\./build\.sh [A-Z][^`\n]+")]
    private static partial Regex WholeCall();

    [GeneratedRegex(@"\s--([a-z][a-z-]+)")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\]\(([a-z-]+\.md)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\bTarget (\w+) => _ => _")]
    private static partial Regex Target();
}
