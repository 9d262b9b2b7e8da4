namespace JobSwipe.Benchmarks;

/// <summary>Backups and restores of a database of 1 GB, beside what PostgreSQL's own programs need for it.</summary>
public static class BackupsSuite
{
    private const int Runs = 3;

    /// <summary>Measures all.</summary>
    public static Suite Run(BenchmarkSettings settings)
    {
        settings.Say("making a database of 1 GB");
        using var database = BackupsSuiteDatabase.Create(Path.Combine(settings.Work, "backups"));
        var folder = database.Folder;
        var build = Path.Combine(settings.Root, "build.sh");
        Program Shell(string script) => new("bash", folder, "-o", "pipefail", "-e", "-c", $"{database.Environment}; {script}");
        Program Ours(string arguments) => Shell($"'{build}' {arguments}");
        string Source(string name) => $"--database-url '{database.Url(name)}' --age-recipients {database.Recipient}";
        var backup = Ours($"Backup {Source("jobs")} --store '{folder}/store'");

        settings.Say("backups in turn");
        var backups = Medians(
            Shell("pg_dump -Fc -f fc.dump jobs"),
            Shell("rm -rf fd; pg_dump -Fd -j2 -f fd jobs"),
            Shell($"pg_dump -Fc -Z0 jobs | zstd -3 -T2 -q | age -r {database.Recipient} > pipe.age"),
            backup);
        var stored = Directory.GetDirectories(Path.Combine(folder, "store", "backups")).Select(path => (Folder: path, Bytes: Bytes(path))).MinBy(backup => backup.Bytes);
        var measurements = new List<Measurement>
        {
            new("backup, beside pg_dump -Fc", backups[3], backups[0], 0.30, "s", Runs),
            new("backup, beside pg_dump -Fd -j2", backups[3], backups[1], 1, "s", Runs),
            new("backup, beside pg_dump | zstd | age", backups[3], backups[2], 0.85, "s", Runs),
            new("size, beside pg_dump -Fc", stored.Bytes / 1e6, new FileInfo(Path.Combine(folder, "fc.dump")).Length / 1e6, 0.35, "MB", 1),
        };

        settings.Say("restores in turn");
        var restores = Medians(
            Shell("dropdb --if-exists peer; createdb peer; pg_restore -j2 -d peer fc.dump"),
            Shell($"dropdb --if-exists ours; '{build}' RestoreBackup --store '{folder}/store' --age-identity '{folder}/identity' --database-url '{database.Url("jobs")}' --into ours"));
        measurements.Add(new("restore and comparison, beside pg_restore -j2", restores[1], restores[0], 0.8, "s", Runs));

        settings.Say("backups to a bucket and to a folder in turn");
        if (S3Server.TryStart() is { } server)
        {
            using (server)
            {
                var bucket = Shell($"export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test; '{build}' Backup {Source("jobs")} --store '{server.Location}'");
                measurements.AddRange(BackupsSuiteBucket.Measure(server, backup, bucket, stored.Folder));
            }
        }
        else
        {
            settings.Say("not run: there is no S3 server (pip install 'moto[server]==5.2.1')");
        }

        settings.Say("what checksums cost");
        Shell("pg_dump -Fc -Z0 -f plain.dump jobs").Measure();
        var checksums = BackupsSuiteChecksums.ProcessorSeconds(Path.Combine(folder, "plain.dump"));
        var all = Enumerable.Range(0, Runs).Select(_ => BackupsSuiteChecksums.ProcessorSeconds(backup)).Median();
        measurements.Add(new("processor time of a backup, beside itself without checksums", all, all - checksums, 1.10, "s", Runs));

        settings.Say("memory of a backup with all its programs");
        measurements.Add(new("memory of a backup, beside what is allowed", BackupsSuiteMemory.Peak(backup), 200, 1, "MB", 1));

        settings.Say("memory with a table of 5 GB");
        database.MakeLarge();
        measurements.Add(new("memory with a table of 5 GB, beside what is allowed", BackupsSuiteMemory.Peak(Ours($"Backup {Source("large")} --store '{folder}/store'")), 200, 1, "MB", 1));
        return new Suite("backups", measurements);
    }

    private static double[] Medians(params IReadOnlyList<Program> programs) =>
        [.. Stopwatches.InTurn(Runs, programs).Select(runs => runs.Select(run => run.Seconds).Median())];

    private static long Bytes(string folder) => Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length);
}
