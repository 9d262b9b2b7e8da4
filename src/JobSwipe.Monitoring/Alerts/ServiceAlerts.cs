using JobSwipe.Monitoring.Catalogue;
using JobSwipe.Monitoring.Configuration;
using JobSwipe.Monitoring.Expressions;

namespace JobSwipe.Monitoring.Alerts;

/// <summary>The service as its users see it.</summary>
internal static class ServiceAlerts
{
    // Scrapes and health checks are not people, and would hide that all people get errors.
    private static readonly LabelMatch[] People = [Label.Endpoint.MatchesNot("/metrics|/health|/ready")];
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private const double PoolSize = 20;
    private const double MemoryLimit = 512 * 1024 * 1024;

    public static IEnumerable<Alert> All(Pace pace)
    {
        var up = PrometheusMetrics.Up.Where(Label.Job.Is(Jobs.Api));
        yield return new Alert
        {
            Name = "ServiceDown",
            Severity = Severity.Critical, Tier = Tier.Service, Subject = "service", IsSudden = true,
            When = up.Now.Equal(0),
            For = pace.Cause,
            Summary = "A machine of JobSwipe does not answer.",
            Description = "{{ $labels.instance }} was killed, hangs, or cannot be reached.",
            Runbook = new("A scrape of `/metrics` failed or timed out: the process is gone, hangs, or the network is.", "People whose requests go to this machine get errors or wait; all of them when it is the only one.",
                ["`./build.sh Status` shows what runs where, and whether a deployment is under way.", "`./build.sh SmokeTest --delivery-environment production` looks at the service as a user does.", "`flyctl logs --app jobswipe` shows the last words of the process."],
                ["When a deployment is under way, let it end: it rolls back by itself.", "When one machine hangs: `flyctl machine restart <id> --app jobswipe`.", "When the newest release began it: roll back."], Runbook.ToFormerRelease),
            Firing = Scenario.Of((PrometheusMetrics.Up.Where(Label.Job.Is(Jobs.Api), Label.Instance.Is("a:8080")), "1 1 0x20")).Fires("a:8080 was killed, hangs, or cannot be reached.", ("job", Jobs.Api), ("instance", "a:8080")),
            Quiet = Scenario.Of((PrometheusMetrics.Up.Where(Label.Job.Is(Jobs.Api), Label.Instance.Is("a:8080")), "1x20")),
        };
        yield return new Alert
        {
            Name = "ErrorsHigh",
            Severity = Severity.Critical, Tier = Tier.Service, Subject = "errors", IsSudden = true,
            When = Errors(pace.Window(Minute)) > 0.02,
            For = pace.Symptom,
            // Of 5 % errors, two fifths of the window must have passed before they are 2 % of it.
            Fills = TimeSpan.FromSeconds(24),
            Summary = "More than 2% of the requests fail.",
            Description = "{{ $value | humanizePercentage }} of the requests of the last minute were answered with 5xx.",
            Runbook = new("The share of answers with status 5xx is above 2 %.", "That share of people sees an error instead of their feed or swipe.",
                ["The panel \"Errors by endpoint\" of the dashboard \"API\" tells which requests fail.", "`./build.sh Releases` tells whether a release came just before.", "`flyctl logs --app jobswipe` shows the exceptions."],
                ["When a release came just before: roll back.", "When the database is the cause, `DatabaseDown` says so: see there."], Runbook.ToFormerRelease),
            Firing = Scenario.Of((Answer("200"), "0+95x60"), (Answer("500"), "0+5x60")).AtEveryScrape().Fires("5% of the requests of the last minute were answered with 5xx."),
            Quiet = Scenario.Of((Answer("200"), "0+99x60"), (Answer("500"), "0+1x60")).AtEveryScrape(),
        };
        yield return new Alert
        {
            Name = "LatencyHigh",
            Severity = Severity.Critical, Tier = Tier.Service, Subject = "latency", IsSudden = true,
            When = AppMetrics.RequestSeconds.Quantile(0.95, pace.Window(Minute), People) > 0.5,
            For = pace.Symptom,
            // When all are slow, a twentieth of the window is enough; a scrape must see it.
            Fills = TimeSpan.FromSeconds(4),
            Summary = "One request in twenty takes longer than half a second.",
            Description = "95% of the requests of the last minute took up to {{ $value | humanizeDuration }}.",
            Runbook = new("The 95th percentile of the time to answer is above 0.5 s.", "Swiping feels slow; clients with short timeouts see errors.",
                ["The panel \"Time of queries\" of the dashboard \"API\" tells whether the database is slow.", "`ConnectionPoolExhausted` or `HostSaturated` may fire beside it."],
                ["When a release came just before: roll back.", "When the load grew: `flyctl scale count 4 --app jobswipe --yes`."], Runbook.ToFormerRelease),
            Firing = Scenario.Of((Within("0.5"), "0+10x60"), (Within("1"), "0+100x60"), (Within("+Inf"), "0+100x60")).AtEveryScrape().Fires("95% of the requests of the last minute took up to 972.2ms."),
            Quiet = Scenario.Of((Within("0.25"), "0+90x60"), (Within("0.5"), "0+100x60"), (Within("+Inf"), "0+100x60")).AtEveryScrape(),
        };
        yield return new Alert
        {
            Name = "PublicProbeFailed",
            Severity = Severity.Critical, Tier = Tier.Service, Subject = "public", IsSudden = true,
            When = ProbeMetrics.Success.Where(Label.Job.Is(Jobs.ProbePublic)).Now.Equal(0),
            For = pace.Symptom,
            Summary = "JobSwipe cannot be reached from outside.",
            Description = "A request to {{ $labels.instance }} from outside failed.",
            Runbook = new("The public address does not answer 200, though the machines may be well: DNS, certificate, Fly's proxy.", "Nobody reaches the service.",
                ["`./build.sh SmokeTest --delivery-environment production` shows what a browser sees.", "https://status.flyio.net tells of Fly's own troubles."],
                ["When the certificate is the cause, see `CertificateExpires`.", "When a release moved the health path: roll back."], Runbook.ToFormerRelease),
            Firing = Scenario.Of((ProbeMetrics.Success.Where(Label.Job.Is(Jobs.ProbePublic), Label.Instance.Is("https://jobswipe.fly.dev/health")), "0x20")).Fires("A request to https://jobswipe.fly.dev/health from outside failed.", ("job", Jobs.ProbePublic), ("instance", "https://jobswipe.fly.dev/health")),
            Quiet = Scenario.Of((ProbeMetrics.Success.Where(Label.Job.Is(Jobs.ProbePublic)), "1x20")),
        };
        yield return new Alert
        {
            Name = "HealthChecksFail",
            Severity = Severity.Warning, Tier = Tier.Service, Subject = "health",
            When = AppMetrics.HealthChecks.Where(Label.Status.Is("unhealthy")).Rate(pace.Window(Minute * 5)).SumBy(Label.Component) / AppMetrics.HealthChecks.Where().Rate(pace.Window(Minute * 5)).SumBy(Label.Component) > 0.2,
            For = pace.Patience(Minute * 2),
            Summary = "The service finds itself unhealthy.",
            Description = "{{ $value | humanizePercentage }} of the checks of {{ $labels.component }} failed.",
            Runbook = new("`/health` or `/ready` answers 503: the database does not answer, or lacks tables.", "Fly takes machines out of service; with all of them out, nobody is served.",
                ["`curl https://jobswipe.fly.dev/health` names the problem.", "`./build.sh MigrateVerify --delivery-environment production` tells whether tables are missing."],
                ["Mend the database; see `DatabaseDown`.", "When a migration is missing: `./build.sh Migrate --delivery-environment production`."], "`./build.sh MigrateUndo --delivery-environment production --to 0005` takes the newest migrations back."),
            Firing = Scenario.Of((Checks("healthy"), "0+1x20"), (Checks("unhealthy"), "0+3x20")).Fires("75% of the checks of service failed.", ("component", "service")),
            Quiet = Scenario.Of((Checks("healthy"), "0+9x20"), (Checks("unhealthy"), "0+1x20")),
        };
        yield return new Alert
        {
            Name = "ServiceRestarts",
            Severity = Severity.Warning, Tier = Tier.Service, Subject = "restarts",
            When = AppMetrics.StartTime.Where(Label.Job.Is(Jobs.Api)).Changes(pace.Window(Minute * 15)) > 3,
            For = pace.Cause,
            Summary = "A machine of JobSwipe starts again and again.",
            Description = "{{ $labels.instance }} started {{ $value }} times in 15 minutes.",
            Runbook = new("The process ends soon after it starts: a crash loop.", "Requests under way are lost at each end; Fly gives the machine up after some tries.",
                ["`flyctl logs --app jobswipe` shows why it ended.", "`FlyOutOfMemory` beside this says that memory was the reason."],
                ["When a setting is missing, the log names the variable: `flyctl secrets import --app jobswipe`.", "When the newest release began it: roll back."], Runbook.ToFormerRelease),
            Firing = Scenario.Of((Started, "100 160 220 280 340 400 400x20")).Fires("a:8080 started 5 times in 15 minutes.", ("job", Jobs.Api), ("instance", "a:8080")),
            Quiet = Scenario.Of((Started, "100 100 220 220 340 340x20")),
        };
        yield return new Alert
        {
            Name = "ServiceMemoryHigh",
            Severity = Severity.Warning, Tier = Tier.Service, Subject = "memory",
            When = AppMetrics.ResidentMemory.Where(Label.Job.Is(Jobs.Api)).Now / MemoryLimit > 0.9,
            For = pace.Patience(Minute * 5),
            Summary = "A machine of JobSwipe is about to run out of memory.",
            Description = "{{ $labels.instance }} uses {{ $value | humanizePercentage }} of its 512 MB.",
            Runbook = new("The process holds more than 90 % of the machine's memory.", "The kernel kills the process when there is none left; its requests are lost.",
                ["The panel \"Memory\" of the dashboard \"API\" tells a leak (a slope) from load (a step)."],
                ["A leak: roll back to the release before the slope.", "Load: `flyctl scale memory 1024 --app jobswipe`, and the same in fly.toml, or the next deployment takes it back."], Runbook.ToFormerRelease),
            Firing = Scenario.Of((AppMetrics.ResidentMemory.Where(Label.Job.Is(Jobs.Api), Label.Instance.Is("a:8080")), "510027366x20")).Fires("a:8080 uses 95% of its 512 MB.", ("job", Jobs.Api), ("instance", "a:8080")),
            Quiet = Scenario.Of((AppMetrics.ResidentMemory.Where(Label.Job.Is(Jobs.Api), Label.Instance.Is("a:8080")), "440000000x20")),
        };
        yield return new Alert
        {
            Name = "ConnectionPoolExhausted",
            Severity = Severity.Warning, Tier = Tier.Service, Subject = "pool",
            When = AppMetrics.ConnectionsActive.Now / PoolSize > 0.9,
            For = pace.Patience(Minute * 2),
            Summary = "Requests wait for a connection to the database.",
            Description = "{{ $labels.instance }} uses {{ $value | humanizePercentage }} of its 20 connections.",
            Runbook = new("Nearly all connections of a machine's pool are in use.", "Requests wait up to 5 seconds for a connection, and fail then.",
                ["The panel \"Time of queries\" of the dashboard \"API\": slow queries hold connections.", "`TransactionLong` beside this names a transaction that is not ended."],
                ["End what holds them: `select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction'`.", "More load than before: `flyctl scale count 4 --app jobswipe --yes`."], Runbook.ToFormerRelease),
            Firing = Scenario.Of((AppMetrics.ConnectionsActive.Where(Label.Instance.Is("a:8080")), "19x20")).Fires("a:8080 uses 95% of its 20 connections.", ("instance", "a:8080")),
            Quiet = Scenario.Of((AppMetrics.ConnectionsActive.Where(Label.Instance.Is("a:8080")), "17x20")),
        };
        yield return new Alert
        {
            Name = "ExceptionsUnexpected",
            Severity = Severity.Warning, Tier = Tier.Service, Subject = "exceptions",
            When = AppMetrics.Exceptions.Where().Increase(pace.Window(Minute * 10)).SumBy(Label.ExceptionType, Label.Endpoint) > 5,
            For = pace.Patience(Minute),
            Summary = "An endpoint throws what nobody expected.",
            Description = "{{ $labels.exception_type }} in {{ $labels.endpoint }}: {{ printf \"%.0f\" $value }} times in 10 minutes.",
            Runbook = new("Code that ends a request with an exception nobody handles.", "The people who sent those requests got 500.",
                ["`flyctl logs --app jobswipe` has the stack trace."], ["Mend it in code; when it came with the newest release and hurts: roll back."], Runbook.ToFormerRelease),
            Firing = Scenario.Of((Thrown, "0+2x20")).Fires("KeyError in /api/v1/jobs/feed: 20 times in 10 minutes.", ("exception_type", "KeyError"), ("endpoint", "/api/v1/jobs/feed")),
            Quiet = Scenario.Of((Thrown, "0 1 1 2 2x20")),
        };
    }

    /// <summary>The share of answers with 5xx, 0 to 1.</summary>
    public static Expr Errors(TimeSpan window) =>
        AppMetrics.Requests.Where([Label.StatusCode.Matches("5.."), .. People]).Rate(window).Sum() / AppMetrics.Requests.Where(People).Rate(window).Sum();

    private static CounterSeries Answer(string status) => AppMetrics.Requests.Where(Label.Method.Is("GET"), Label.Endpoint.Is("/api/v1/jobs/feed"), Label.StatusCode.Is(status));

    private static CounterSeries Within(string bound) => AppMetrics.RequestSeconds.Buckets(Label.Method.Is("GET"), Label.Endpoint.Is("/api/v1/jobs/feed"), Label.Bucket.Is(bound));

    private static CounterSeries Checks(string status) => AppMetrics.HealthChecks.Where(Label.Status.Is(status), Label.Component.Is("service"));

    private static GaugeSeries Started => AppMetrics.StartTime.Where(Label.Job.Is(Jobs.Api), Label.Instance.Is("a:8080"));

    private static CounterSeries Thrown => AppMetrics.Exceptions.Where(Label.ExceptionType.Is("KeyError"), Label.Endpoint.Is("/api/v1/jobs/feed"));
}
