using Prometheus;

namespace JobSwipe.Reference.Telemetry;

/// <summary>
/// The metrics of the product's catalogue that this service can truthfully feed. A metric that nothing updates is not defined here:
/// it would look measured.
/// </summary>
internal sealed class AppMetrics
{
    private static readonly double[] Seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
    private readonly MetricFactory _factory;

    public AppMetrics()
    {
        _factory = Prometheus.Metrics.WithCustomRegistry(Registry);
        Requests = Counter("api_requests_total", "Requests answered", "method", "endpoint", "status_code");
        ErrorResponses = Counter("error_responses_total", "Answers with a status of 400 or more", "status_code", "endpoint");
        Exceptions = Counter("exceptions_total", "Exceptions that no endpoint expected", "exception_type", "endpoint");
        HealthChecks = Counter("health_check_total", "Health checks made", "status", "component");
        UsersRegistered = Counter("users_registered_total", "Users created", "provider");
        TokenGenerations = Counter("auth_token_generations_total", "Tokens issued", "token_type");
        LoginAttempts = Counter("auth_login_attempts_total", "Log-ins tried", "provider", "status");
        JobMatchingRequests = Counter("job_matching_requests_total", "Feeds asked for: jobs found, or none left", "result");
        JobsMatched = Counter("jobs_matched_total", "Jobs swiped right for the first time; nothing scores them here", "score_range");
        AnalyticsEvents = Counter("analytics_events_total", "Swipes, by direction", "event_type");
        DatabaseErrors = Counter("database_errors_total", "Database errors, by SQLSTATE, or 'unreachable'", "error_type");
        RequestSeconds = Histogram("api_request_duration_seconds", "Time to answer a request", "method", "endpoint");
        QuerySeconds = Histogram("database_query_duration_seconds", "Time that a query took", "query_type");
        JobMatchingSeconds = Histogram("job_matching_duration_seconds", "Time to find the next jobs of a feed");
        ConnectionsActive = Gauge("database_connections_active", "Connections in use");
        ConnectionsIdle = Gauge("database_connections_idle", "Connections open and not in use");
        UptimeSeconds = Gauge("service_uptime_seconds", "Time since the process started");
    }

    public CollectorRegistry Registry { get; } = Prometheus.Metrics.NewCustomRegistry();
    public Counter Requests { get; }
    public Counter ErrorResponses { get; }
    public Counter Exceptions { get; }
    public Counter HealthChecks { get; }
    public Counter UsersRegistered { get; }
    public Counter TokenGenerations { get; }
    public Counter LoginAttempts { get; }
    public Counter JobMatchingRequests { get; }
    public Counter JobsMatched { get; }
    public Counter AnalyticsEvents { get; }
    public Counter DatabaseErrors { get; }
    public Histogram RequestSeconds { get; }
    public Histogram QuerySeconds { get; }
    public Histogram JobMatchingSeconds { get; }
    public Gauge ConnectionsActive { get; }
    public Gauge ConnectionsIdle { get; }
    public Gauge UptimeSeconds { get; }

    public Gauge Gauge(string name, string help) => _factory.CreateGauge(name, help);

    public Counter Counter(string name, string help, params string[] labels) => _factory.CreateCounter(name, help, labels);

    private Histogram Histogram(string name, string help, params string[] labels) =>
        _factory.CreateHistogram(name, help, labels, new HistogramConfiguration { Buckets = Seconds });
}
