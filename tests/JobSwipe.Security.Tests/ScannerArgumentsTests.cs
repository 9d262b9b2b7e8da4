using JobSwipe.Security.Scanners;

namespace JobSwipe.Security.Tests;

public sealed class ScannerArgumentsTests
{
    [Fact]
    public void Every_scanner_has_literal_arguments()
    {
        Scanner[] scanners =
        [
            new TrivyImage("/registry/abc"), new TrivyFileSystem("/app"), new TrivyConfig("/app"), new GitleaksHistory("/repository"), new GitleaksFolder("/repository"),
            new OsvScanner("/a/requirements.txt", "/a/pubspec.lock"), new PipAudit("/a/requirements.txt"), new Bandit("/a/src"), new Semgrep("/a/src", "p/python"),
            new DotnetPackages("/a/a.sln"), new DartOutdated("/app"), new Secretlint("/a", "/a/.secretlintrc.json"),
        ];

        scanners.Select(scanner => $"{scanner.Name}: {scanner.Tool} {string.Join(' ', scanner.ToArguments("/r.json"))}").ShouldBe(
        [
            "trivy: trivy image --input /registry/abc --format json --output /r.json --scanners vuln,secret --image-config-scanners misconfig --exit-code 10 --quiet",
            "trivy-fs: trivy fs --format json --output /r.json --scanners vuln,secret --exit-code 10 --quiet /app",
            "trivy-config: trivy config --format json --output /r.json --exit-code 10 --quiet /app",
            "gitleaks: gitleaks git /repository --report-format json --report-path /r.json --redact --exit-code 10 --no-banner --log-level warn",
            "gitleaks-dir: gitleaks dir /repository --report-format json --report-path /r.json --redact --exit-code 10 --no-banner --log-level warn",
            "osv-scanner: osv-scanner scan source --format json --verbosity error --lockfile /a/requirements.txt --lockfile /a/pubspec.lock",
            "pip-audit: pip-audit --requirement /a/requirements.txt --disable-pip --no-deps --aliases on --format json --output /r.json --progress-spinner off",
            "bandit: bandit --recursive /a/src --format json --output /r.json --quiet",
            "semgrep: semgrep scan --config p/python --json --output /r.json --error --metrics off --disable-version-check --quiet /a/src",
            "dotnet-packages: dotnet package list --project /a/a.sln --vulnerable --include-transitive --format json --output-version 1 --no-restore",
            "dart-outdated: dart pub outdated --json",
            "secretlint: secretlint --secretlintrc /a/.secretlintrc.json --format json --no-color **/*",
        ]);
        scanners.Select(scanner => scanner.Name).ShouldBeUnique();
    }
}
