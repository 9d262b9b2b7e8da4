using System.Text.Json;

namespace JobSwipe.Security.Tests;

public sealed class ReportParsingTests
{
    private static readonly TrivyImage Trivy = new("image");
    private static readonly GitleaksHistory Gitleaks = new("repository");

    [Theory]
    [InlineData("pip.json", 2)]
    [InlineData("all_statuses.json", 8)]
    [InlineData("misconfigurations_and_secrets.json", 4)]
    public void Reads_every_finding_of_real_Trivy_reports(string file, int count) => Parse(Trivy, file).Count.ShouldBe(count);

    [Fact]
    public void Reads_what_a_finding_says()
    {
        var finding = Parse(Trivy, "pip.json")[0];

        finding.Id.ShouldStartWith("CVE-");
        finding.Where.ShouldNotBeNullOrWhiteSpace();
        finding.Fix.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Blocks_on_critical_and_high_only_when_a_fix_exists()
    {
        foreach (var finding in Parse(Trivy, "all_statuses.json"))
            finding.Blocks.ShouldBe(finding.Severity is "CRITICAL" or "HIGH" && !string.IsNullOrEmpty(finding.Fix), finding.Id);
    }

    [Fact]
    public void Reads_a_clean_image() => Trivy.Parse(Json("""{ "SchemaVersion": 2, "ArtifactName": "clean" }""")).ShouldBeEmpty();

    [Fact]
    public void Refuses_a_Kubernetes_report() => Should.Throw<ReportInvalid>(() => Parse(Trivy, "issue_9170.json"));

    [Fact]
    public void Blocks_on_every_secret() => Parse(Gitleaks, "gitleaks8_many.json").Count(finding => finding.Blocks).ShouldBe(4);

    [Fact]
    public void Refuses_gitleaks_7() => Should.Throw<ReportInvalid>(() => Parse(Gitleaks, "redacted_data_many.json")).Message.ShouldContain("version 7");

    [Fact]
    public void Refuses_an_object_in_place_of_a_list() => Should.Throw<ReportInvalid>(() => Gitleaks.Parse(Json("{}")));

    private static IReadOnlyList<Finding> Parse(Scanner scanner, string file) =>
        scanner.Parse(Json(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reports", file))));

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
