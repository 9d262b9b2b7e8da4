using JobSwipe.Monitoring.Catalogue;
using JobSwipe.Monitoring.Configuration;

namespace JobSwipe.Monitoring.Alerts;

/// <summary>The database and the queue under the service.</summary>
internal static class DatabaseAlerts
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static IEnumerable<Alert> All(Pace pace)
    {
        yield return new Alert
        {
            Name = "DatabaseDown",
            Severity = Severity.Critical, Tier = Tier.Database, Subject = "database", IsSudden = true,
            // A server that takes connections and does not answer makes the exporter itself time out.
            When = PostgresMetrics.Up.Now.Equal(0).Or(PrometheusMetrics.Up.Where(Label.Job.Is(Jobs.Postgres)).Now.Equal(0)),
            For = pace.Cause,
            Summary = "PostgreSQL does not answer.",
            Description = "The exporter at {{ $labels.instance }} cannot ask the database.",
            Runbook = new("The server is stopped, refuses connections, or hangs.", "Every request that needs data is answered with 503.",
                ["`./build.sh MigrateStatus --delivery-environment production` tries to connect and says what it is told.", "`flyctl status --app jobswipe-db` shows the database's machines."],
                ["Start the server again: `flyctl machine restart <id> --app jobswipe-db`.", "When its data is lost: [Point in time](point-in-time.md)."], "A restore keeps the old database under another name with `--replace`; rename it back."),
            Firing = Scenario.Of((PostgresMetrics.Up.Where(Label.Job.Is(Jobs.Postgres), Label.Instance.Is("pg:9187")), "1 1 0x20")).Fires("The exporter at pg:9187 cannot ask the database.", ("job", Jobs.Postgres), ("instance", "pg:9187")),
            Quiet = Scenario.Of((PostgresMetrics.Up.Where(Label.Job.Is(Jobs.Postgres), Label.Instance.Is("pg:9187")), "1x20"), (PrometheusMetrics.Up.Where(Label.Job.Is(Jobs.Postgres)), "1x20")),
        };
        yield return new Alert
        {
            Name = "DatabaseConnectionsHigh",
            Severity = Severity.Warning, Tier = Tier.Database, Subject = "connections",
            When = PostgresMetrics.Activity.Now.SumBy(Label.Server) / PostgresMetrics.MaxConnections.Now.MaxBy(Label.Server) > 0.8,
            For = pace.Patience(Minute * 5),
            Summary = "PostgreSQL is about to refuse connections.",
            Description = "{{ $value | humanizePercentage }} of the connections of {{ $labels.server }} are in use.",
            Runbook = new("More than 80 % of max_connections are in use.", "At 100 % new connections fail, also those of migrations and backups.",
                ["The panel \"Connections by state\" of the dashboard \"Database\": many idle in transaction are a leak."],
                ["End leaked ones: `select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction' and state_change < now() - interval '10 min'`.", "Fewer machines or smaller pools; or a larger max_connections."], Runbook.ToFormerRelease),
            Firing = Scenario.Of((Connections, "85x20"), (Most, "100x20")).Fires("85% of the connections of pg:5432 are in use.", ("server", "pg:5432")),
            Quiet = Scenario.Of((Connections, "75x20"), (Most, "100x20")),
        };
        yield return new Alert
        {
            Name = "TransactionLong",
            Severity = Severity.Warning, Tier = Tier.Database, Subject = "transaction",
            When = PostgresMetrics.LongestTransaction.Where(Label.State.Matches("active|idle in transaction")).Now.MaxBy(Label.DatabaseName) > 900,
            For = pace.Patience(Minute),
            Summary = "A transaction has been open for a quarter of an hour.",
            Description = "The oldest transaction of {{ $labels.datname }} is {{ $value | humanizeDuration }} old.",
            Runbook = new("A transaction is open for more than 15 minutes. A backup may be the reason, and is no fault.", "It keeps dead rows, may hold locks, and makes a migration wait.",
                ["`select pid, usename, application_name, query from pg_stat_activity order by xact_start limit 5`.", "`./build.sh BackupStatus` tells whether a backup is under way."],
                ["When it is none of ours: `select pg_terminate_backend(<pid>)`."], Runbook.NothingToTakeBack),
            Firing = Scenario.Of((Oldest, "1200x20")).Fires("The oldest transaction of jobswipe is 20m 0s old.", ("datname", "jobswipe")),
            Quiet = Scenario.Of((Oldest, "800x20")),
        };
        yield return new Alert
        {
            Name = "Deadlocks",
            Severity = Severity.Warning, Tier = Tier.Database, Subject = "deadlocks",
            When = PostgresMetrics.Deadlocks.Where().Increase(pace.Window(Minute * 10)).SumBy(Label.DatabaseName) > 1,
            For = pace.Cause,
            Summary = "Transactions wait for each other.",
            Description = "{{ printf \"%.0f\" $value }} deadlocks in {{ $labels.datname }} in 10 minutes.",
            Runbook = new("Two transactions lock the same rows in different order; PostgreSQL ends one of them.", "The request whose transaction was ended gets an error.",
                ["The server's log names both statements."], ["Lock in one order in the code that the log names.", "When it came with the newest release: roll back."], Runbook.ToFormerRelease),
            Firing = Scenario.Of((Locked, "0+1x20")).Fires("10 deadlocks in jobswipe in 10 minutes.", ("datname", "jobswipe")),
            Quiet = Scenario.Of((Locked, "5x20")),
        };
        yield return new Alert
        {
            Name = "MigrationUnfinished",
            Severity = Severity.Warning, Tier = Tier.Database, Subject = "migration",
            When = MigrationMetrics.Unfinished.Now > 0,
            For = pace.Patience(Minute * 15),
            Summary = "A migration was begun and has not ended.",
            Description = "{{ $value }} migrations are begun since 15 minutes and have not ended.",
            Runbook = new("A migration without a transaction was interrupted, or still builds an index.", "The next deployment refuses to migrate until this is settled.",
                ["`./build.sh MigrateStatus --delivery-environment production` names it, and whether a runner is at work."],
                ["`./build.sh Migrate --delivery-environment production` ends it: such scripts can be run again."], "`./build.sh MigrateUndo --delivery-environment production --to 0005` takes it back."),
            Firing = Scenario.Of((MigrationMetrics.Unfinished.Where(Label.Server.Is("pg:5432")), "1x40")).After(Minute * 20).Fires("1 migrations are begun since 15 minutes and have not ended.", ("server", "pg:5432")),
            Quiet = Scenario.Of((MigrationMetrics.Unfinished.Where(Label.Server.Is("pg:5432")), "1x10 0x30")).After(Minute * 20),
        };
        yield return new Alert
        {
            Name = "IndexInvalid",
            Severity = Severity.Warning, Tier = Tier.Database, Subject = "index",
            When = MigrationMetrics.InvalidIndexes.Now > 0,
            For = pace.Patience(Minute * 30),
            Summary = "An index cannot be used.",
            Description = "{{ $value }} indexes are left unusable by a concurrent build.",
            Runbook = new("CREATE INDEX CONCURRENTLY failed or was interrupted; the index is kept up to date and never read.", "Queries are slow as without it; writes pay for it.",
                ["`./build.sh MigrateVerify --delivery-environment production` names it."], ["`./build.sh Migrate --delivery-environment production` drops it and builds it again, when a migration made it."], "`./build.sh MigrateUndo --delivery-environment production --to 0005` takes it back."),
            Firing = Scenario.Of((MigrationMetrics.InvalidIndexes.Where(Label.Server.Is("pg:5432")), "2x60")).After(Minute * 40).Fires("2 indexes are left unusable by a concurrent build.", ("server", "pg:5432")),
            Quiet = Scenario.Of((MigrationMetrics.InvalidIndexes.Where(Label.Server.Is("pg:5432")), "1x20 0x40")).After(Minute * 40),
        };
        yield return new Alert
        {
            Name = "RedisDown",
            Severity = Severity.Critical, Tier = Tier.Database, Subject = "redis", IsSudden = true,
            When = RedisMetrics.Up.Now.Equal(0),
            For = pace.Cause,
            Summary = "Redis does not answer.",
            Description = "The exporter at {{ $labels.instance }} cannot ask Redis.",
            Runbook = new("Redis is stopped or cannot be reached.", "Celery takes no tasks: applications are not sent, embeddings not made.",
                ["`flyctl status --app jobswipe-redis` shows its machines."], ["`flyctl machine restart <id> --app jobswipe-redis`. Tasks that were not saved are lost; the workers take up what is there."], Runbook.NothingToTakeBack),
            Firing = Scenario.Of((RedisMetrics.Up.Where(Label.Instance.Is("r:9121")), "0x20")).Fires("The exporter at r:9121 cannot ask Redis.", ("instance", "r:9121")),
            Quiet = Scenario.Of((RedisMetrics.Up.Where(Label.Instance.Is("r:9121")), "1x20")),
        };
        yield return new Alert
        {
            Name = "RedisMemoryHigh",
            Severity = Severity.Warning, Tier = Tier.Database, Subject = "redis-memory",
            // Without a limit the maximum is 0, and a division by it no share.
            When = RedisMetrics.MemoryUsed.Now / (RedisMetrics.MemoryMax.Now > 0) > 0.9,
            For = pace.Patience(Minute * 5),
            Summary = "Redis is about to refuse writes.",
            Description = "{{ $value | humanizePercentage }} of the memory that Redis may use is in use.",
            Runbook = new("Redis uses more than 90 % of maxmemory.", "At 100 % it refuses tasks, or drops keys, as its policy says.",
                ["`CeleryBacklog` beside this says that the queue is what grew."], ["Mend the workers, so that the queue is worked off; or give Redis more memory."], Runbook.NothingToTakeBack),
            Firing = Scenario.Of((RedisMetrics.MemoryUsed.Where(Label.Instance.Is("r:9121")), "95x20"), (RedisMetrics.MemoryMax.Where(Label.Instance.Is("r:9121")), "100x20")).Fires("95% of the memory that Redis may use is in use.", ("instance", "r:9121")),
            Quiet = Scenario.Of((RedisMetrics.MemoryUsed.Where(Label.Instance.Is("r:9121")), "95x20"), (RedisMetrics.MemoryMax.Where(Label.Instance.Is("r:9121")), "0x20")),
        };
        yield return new Alert
        {
            Name = "CeleryBacklog",
            Severity = Severity.Warning, Tier = Tier.Database, Subject = "queue",
            When = RedisMetrics.KeySize.Where(Label.Key.Is("celery")).Now > 1000,
            For = pace.Patience(Minute * 10),
            Summary = "Celery's queue grows.",
            Description = "{{ $value }} tasks wait.",
            Runbook = new("More than 1000 tasks have been waiting for 10 minutes: workers are gone, stuck, or too few.", "Applications and notifications are late.",
                ["`flyctl status --app jobswipe` shows the machines of the process group `worker`.", "`flyctl logs --app jobswipe` shows what workers do."],
                ["Restart stuck workers; `flyctl scale count worker=4 --app jobswipe --yes` when they are too few."], Runbook.ToFormerRelease),
            Firing = Scenario.Of((Queue, "1500x30")).After(Minute * 20).Fires("1500 tasks wait.", ("db", "db0"), ("key", "celery")),
            Quiet = Scenario.Of((Queue, "1500x8 900x30")).After(Minute * 20),
        };
    }

    private static Expressions.GaugeSeries Connections => PostgresMetrics.Activity.Where(Label.Server.Is("pg:5432"), Label.DatabaseName.Is("jobswipe"), Label.State.Is("idle"));

    private static Expressions.GaugeSeries Most => PostgresMetrics.MaxConnections.Where(Label.Server.Is("pg:5432"));

    private static Expressions.GaugeSeries Oldest => PostgresMetrics.LongestTransaction.Where(Label.DatabaseName.Is("jobswipe"), Label.State.Is("idle in transaction"));

    private static Expressions.CounterSeries Locked => PostgresMetrics.Deadlocks.Where(Label.DatabaseName.Is("jobswipe"));

    private static Expressions.GaugeSeries Queue => RedisMetrics.KeySize.Where(Label.Database.Is("db0"), Label.Key.Is("celery"));
}
