namespace JobSwipe.Security.Tests;

public sealed class ScannerArgumentsTests
{
    [Fact]
    public void Trivy_reads_the_layout_and_has_an_exit_code_of_its_own_for_findings() => string.Join(' ', new TrivyImage("/registry/abc").ToArguments("/r.json"))
        .ShouldBe("image --input /registry/abc --format json --output /r.json --scanners vuln,secret --exit-code 10 --quiet");

    [Fact]
    public void Gitleaks_redacts() => string.Join(' ', new GitleaksHistory("/repository").ToArguments("/r.json"))
        .ShouldBe("git /repository --report-format json --report-path /r.json --redact --exit-code 10 --no-banner --log-level warn");
}
