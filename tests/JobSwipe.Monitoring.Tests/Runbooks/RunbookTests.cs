using System.Text.RegularExpressions;
using JobSwipe.Monitoring.Alerts;
using JobSwipe.Monitoring.Configuration;

namespace JobSwipe.Monitoring.Tests.Runbooks;

public sealed partial class RunbookTests
{
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

    [GeneratedRegex(@"\]\(([a-z-]+\.md)\)")]
    private static partial Regex Link();
}
