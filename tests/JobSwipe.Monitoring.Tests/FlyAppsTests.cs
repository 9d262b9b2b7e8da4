using JobSwipe.Monitoring.Fly;
using JobSwipe.Releases.Inspection;

namespace JobSwipe.Monitoring.Tests;

public sealed class FlyAppsTests
{
    [Fact]
    public void Inspect_finds_nothing_wrong_with_the_three_apps() =>
        Inspector.Inspect(Path.Combine(Repository.Root, ".github", "monitoring")).Findings.Where(finding => finding.File.Contains("monitoring", StringComparison.Ordinal)).Select(finding => $"{finding.File}:{finding.Line} {finding.Rule} {finding.Message}").ShouldBeEmpty();

    [Fact]
    public void Only_grafana_can_be_reached_and_asks_for_a_password()
    {
        var files = FlyApps.Files().Where(file => file.Path.EndsWith(".toml", StringComparison.Ordinal)).ToDictionary(file => file.Path, file => file.Text);

        files.Where(file => file.Value.Contains("service]") || file.Value.Contains("[[services")).Select(file => file.Key).ShouldBe(["grafana/fly.toml"]);
        files["grafana/fly.toml"].ShouldContain("GF_AUTH_ANONYMOUS_ENABLED = \"false\"");
    }

    [Fact]
    public void No_generated_file_holds_a_secret() =>
        Configuration.GeneratedFiles.All().Values.ShouldAllBe(text => !text.Contains("hooks.slack.com") && !text.Contains("FlyV1 "));
}
