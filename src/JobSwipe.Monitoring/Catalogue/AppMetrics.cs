namespace JobSwipe.Monitoring.Catalogue;

/// <summary>
/// What the application exports and feeds. It defines more names than these; a metric that nothing updates is left out, since an alert on it would
/// be silent, or fire, for ever. Tested against a running service.
/// </summary>
public static class AppMetrics
{
    public static Counter Requests { get; } = new("api_requests_total", "Requests answered", Label.Method, Label.Endpoint, Label.StatusCode);
    public static Counter ErrorResponses { get; } = new("error_responses_total", "Answers with a status of 400 or more", Label.StatusCode, Label.Endpoint);
    public static Counter Exceptions { get; } = new("exceptions_total", "Exceptions that no endpoint expected", Label.ExceptionType, Label.Endpoint);
    public static Counter HealthChecks { get; } = new("health_check_total", "Health checks made", Label.Status, Label.Component);
    public static Counter UsersRegistered { get; } = new("users_registered_total", "Users created", Label.Provider);
    public static Counter Tokens { get; } = new("auth_token_generations_total", "Tokens issued", Label.TokenType);
    public static Counter Logins { get; } = new("auth_login_attempts_total", "Log-ins tried", Label.Provider, Label.Status);
    public static Counter Feeds { get; } = new("job_matching_requests_total", "Feeds asked for: jobs found, or none left", Label.Result);
    public static Counter Matches { get; } = new("jobs_matched_total", "Jobs swiped right for the first time", Label.ScoreRange);
    public static Counter Events { get; } = new("analytics_events_total", "Swipes, by direction", Label.EventType);
    public static Counter DatabaseErrors { get; } = new("database_errors_total", "Database errors by SQLSTATE, or 'unreachable'", Label.ErrorType);
    public static Histogram RequestSeconds { get; } = new("api_request_duration_seconds", "Time to answer a request", Label.Method, Label.Endpoint);
    public static Histogram QuerySeconds { get; } = new("database_query_duration_seconds", "Time that a query took", Label.QueryType);
    public static Histogram FeedSeconds { get; } = new("job_matching_duration_seconds", "Time to find the next jobs of a feed");
    public static Gauge ConnectionsActive { get; } = new("database_connections_active", "Connections in use");
    public static Gauge ConnectionsIdle { get; } = new("database_connections_idle", "Connections open and not in use");
    public static Gauge Uptime { get; } = new("service_uptime_seconds", "Time since the process started");

    // Those that Prometheus' client libraries give every process.
    public static Gauge StartTime { get; } = new("process_start_time_seconds", "When the process started, Unix time");
    public static Gauge ResidentMemory { get; } = new("process_resident_memory_bytes", "Memory in use");
    public static Counter CpuSeconds { get; } = new("process_cpu_seconds_total", "CPU time used");
    public static Gauge Threads { get; } = new("process_threads", "Threads");
}
