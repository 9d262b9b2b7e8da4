namespace JobSwipe.Benchmarks;

/// <summary>A PostgreSQL server with a database of 1 GB: pgbench's tables and job postings of text that compresses as such text does.</summary>
public sealed class BackupsSuiteDatabase : IDisposable
{
    private const string Bin = "export PATH=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1):$PATH LC_ALL=C.UTF-8";

    // PostgreSQL refuses root.
    private const string Drop = "drop() { if [ $(id -u) = 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups -- \"$@\"; else \"$@\"; fi; }";

    private BackupsSuiteDatabase(string folder) => Folder = folder;

    /// <summary>Where everything lies.</summary>
    public string Folder { get; }

    /// <summary>Who may read backups.</summary>
    public string Recipient { get; private set; } = "";

    /// <summary>Shell commands that lead PostgreSQL's programs to the server.</summary>
    public string Environment => $"{Bin} PGHOST='{Socket}' PGPORT=5432 PGUSER=bench";

    private string Socket => Path.Combine(Folder, "s");

    /// <summary>A database's URL.</summary>
    public string Url(string name) => $"postgresql://bench@localhost:5432/{name}?host={Uri.EscapeDataString(Socket)}";

    /// <summary>Starts the server and fills the database.</summary>
    public static BackupsSuiteDatabase Create(string folder)
    {
        var database = new BackupsSuiteDatabase(Directory.CreateDirectory(folder).FullName);
        database.Dispose();
        Directory.CreateDirectory(folder);
        database.Shell($$"""
            mkdir data s; [ $(id -u) != 0 ] || chown postgres data s
            drop initdb -D "$PWD/data" -U bench --auth=trust -E UTF8 -k >/dev/null
            printf "unix_socket_directories = '%s'\nlisten_addresses = ''\nshared_buffers = 512MB\nmaintenance_work_mem = 256MB\nmax_wal_size = 4GB\n" "$PWD/s" >> data/postgresql.conf
            drop pg_ctl -D "$PWD/data" -l "$PWD/s/log" -w start </dev/null >/dev/null 2>&1
            createdb jobs
            pgbench -i -q -s 35 jobs >/dev/null 2>&1
            psql -qd jobs -c 'create table job_posting (id bigserial primary key, company_id int not null, title text not null, body text not null, meta jsonb not null, created_at timestamptz not null)'
            age-keygen -o identity 2>/dev/null
            """);
        database.Recipient = File.ReadAllText(Path.Combine(folder, "identity")).Split().First(word => word.StartsWith("age1", StringComparison.Ordinal));
        BackupsSuiteRows.Write(Path.Combine(folder, "rows.tsv"));
        database.Shell("""
            psql -qd jobs -c "\copy job_posting (company_id, title, body, meta, created_at) from 'rows.tsv'"
            rm rows.tsv
            psql -qd jobs -c 'create index on job_posting (company_id, created_at)' -c 'create index on job_posting using gin (meta jsonb_path_ops)' -c 'vacuum analyze' -c checkpoint
            """);
        return database;
    }

    /// <summary>Makes another database, <c>large</c>, with one table of 5 GB.</summary>
    public void MakeLarge() => Shell("""
        createdb -T jobs large
        psql -qd large -c 'drop table pgbench_accounts, pgbench_branches, pgbench_history, pgbench_tellers' \
          -c 'create unlogged table large as select j.* from job_posting j, generate_series(1, 11)' -c 'drop table job_posting'
        """);

    /// <summary>Stops the server and removes everything.</summary>
    public void Dispose()
    {
        if (!Directory.Exists(Folder)) return;
        Shell("[ ! -e data/postmaster.pid ] || drop pg_ctl -D \"$PWD/data\" -m immediate stop >/dev/null");
        Directory.Delete(Folder, recursive: true);
    }

    private void Shell(string script) => new Program("bash", Folder, "-e", "-o", "pipefail", "-c", $"{Environment}\n{Drop}\n{script}").Measure();
}
