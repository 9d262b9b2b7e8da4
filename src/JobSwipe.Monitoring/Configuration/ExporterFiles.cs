using static JobSwipe.Monitoring.Configuration.Yaml;

namespace JobSwipe.Monitoring.Configuration;

/// <summary>What exporters are told.</summary>
public static class ExporterFiles
{
    /// <summary>The PostgreSQL exporter's query for the migrations' journal. Before the first migration there is no journal, and that is no error.</summary>
    public static string PostgresQueries() => Yaml.Write(Map(("jobswipe_migrations", Map(
        ("query", """
            select coalesce(sum((outcome = 'applied')::int), 0) as applied,
              coalesce(sum((outcome in ('started', 'undoing'))::int), 0) as unfinished,
              coalesce(extract(epoch from max(started_at)), 0) as last_applied_timestamp_seconds,
              (select count(*) from pg_index where not indisvalid) as invalid_indexes
            from xmltable('/table/row' passing (case when to_regclass('delivery.journal') is null then xmlparse(content '<table/>')
              else query_to_xml('select outcome, started_at from delivery.journal', false, false, '') end)
              columns outcome text, started_at timestamptz)
            """.ReplaceLineEndings("\n")),
        ("master", true),
        ("metrics", List(
            Metric("applied", "Migrations in force"), Metric("unfinished", "Migrations that were begun and have not ended"),
            Metric("last_applied_timestamp_seconds", "When the newest one began"), Metric("invalid_indexes", "Indexes that a concurrent build left unusable")))))));

    /// <summary>The blackbox exporter's ways of asking.</summary>
    public static string Blackbox() => Yaml.Write(Map(("modules", Map(
        ("http_2xx", Map(("prober", "http"), ("timeout", "5s"))),
        // Somebody else's service lives when it answers at all; without a log-in it answers 403 or 404.
        ("answers", Map(("prober", "http"), ("timeout", "5s"), ("http", Map(("valid_status_codes", List(200, 204, 301, 302, 400, 401, 403, 404))))))))));

    private static Dictionary<string, object> Metric(string name, string help) => Map((name, Map(("usage", "GAUGE"), ("description", help))));
}
