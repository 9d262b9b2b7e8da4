using JobSwipe.Monitoring.Catalogue;
using JobSwipe.Monitoring.Configuration;
using JobSwipe.Monitoring.Expressions;

namespace JobSwipe.Monitoring.Alerts;

/// <summary>Services of others, and certificates.</summary>
internal static class OutsideAlerts
{
    private static readonly Runbook Certificate = new("A certificate of the public address ends soon.", "From its end on browsers and the app refuse to connect.",
        ["`flyctl certs show jobswipe.example --app jobswipe` tells why it was not renewed: often the DNS record."], ["Mend the DNS record; `flyctl certs check jobswipe.example --app jobswipe`.", "When Fly cannot renew it: `flyctl certs remove jobswipe.example --app jobswipe --yes` and `flyctl certs add jobswipe.example --app jobswipe`."], Runbook.NothingToTakeBack);

    public static IEnumerable<Alert> All(Pace pace)
    {
        yield return new Alert
        {
            Name = "OutsideServiceDown",
            Severity = Severity.Warning, Tier = Tier.Outside, Subject = "outside",
            When = ProbeMetrics.Success.Where(Label.Job.Is(Jobs.ProbeOutside)).Now.Equal(0),
            For = pace.Patience(TimeSpan.FromMinutes(5)),
            Summary = "A service that JobSwipe uses does not answer.",
            Description = "{{ $labels.instance }} does not answer.",
            Runbook = new("Ollama, the object store or a log-in provider does not answer from here.", "Ollama: new jobs are not matched. Object store: résumés cannot be uploaded, backups fail. Provider: no log-in through it.",
                ["Their status pages.", "`curl -v <address>` from a machine: `flyctl ssh console --app jobswipe`."], ["Ollama is ours: `flyctl machine restart <id> --app jobswipe-ollama`.", "Others: wait, and tell people."], Runbook.NothingToTakeBack),
            Firing = Scenario.Of((Outside, "0x20")).Fires("http://jobswipe-ollama.internal:11434 does not answer.", ("job", Jobs.ProbeOutside), ("instance", "http://jobswipe-ollama.internal:11434")),
            Quiet = Scenario.Of((Outside, "0 0 0 1x20")),
        };
        yield return new Alert
        {
            Name = "CertificateExpires",
            Severity = Severity.Warning, Tier = Tier.Outside, Subject = "certificate",
            When = ProbeMetrics.CertificateExpiry.Now - Expr.Time < 14 * 86400,
            For = pace.Patience(TimeSpan.FromMinutes(10)),
            Summary = "A certificate was not renewed.",
            Description = "The certificate of {{ $labels.instance }} ends in {{ $value | humanizeDuration }}.",
            Runbook = Certificate,
            Firing = Scenario.Of((Expiry, "865200x40")).After(TimeSpan.FromMinutes(20)).Fires("The certificate of https://jobswipe.fly.dev ends in 10d 0h 0m 0s.", ("instance", "https://jobswipe.fly.dev")),
            Quiet = Scenario.Of((Expiry, "2000000x40")).After(TimeSpan.FromMinutes(20)),
        };
        yield return new Alert
        {
            Name = "CertificateEnds",
            Severity = Severity.Critical, Tier = Tier.Outside, Subject = "certificate",
            When = ProbeMetrics.CertificateExpiry.Now - Expr.Time < 2 * 86400,
            For = pace.Cause,
            Summary = "A certificate ends within two days.",
            Description = "The certificate of {{ $labels.instance }} ends in {{ $value | humanizeDuration }}.",
            Runbook = Certificate,
            Firing = Scenario.Of((Expiry, "87000x40")).Fires("The certificate of https://jobswipe.fly.dev ends in 1d 0h 0m 0s.", ("instance", "https://jobswipe.fly.dev")),
            Quiet = Scenario.Of((Expiry, "900000x40")),
        };
    }

    private static GaugeSeries Outside => ProbeMetrics.Success.Where(Label.Job.Is(Jobs.ProbeOutside), Label.Instance.Is("http://jobswipe-ollama.internal:11434"));

    private static GaugeSeries Expiry => ProbeMetrics.CertificateExpiry.Where(Label.Instance.Is("https://jobswipe.fly.dev"));
}
