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

        settings.Say("backups in turn");
        var source = $"--database-url '{database.Url("jobs")}' --age-recipients {database.Recipient}";
        var backups = Stopwatches.InTurn(Runs,
            Shell("pg_dump -Fc -f fc.dump jobs"),
            Shell("rm -rf fd; pg_dump -Fd -j2 -f fd jobs"),
            Shell($"pg_dump -Fc -Z0 jobs | zstd -3 -T2 -q | age -r {database.Recipient} > pipe.age"),
            Ours($"Backup {source} --store '{folder}/store'"));
        var seconds = backups.Select(runs => runs.Select(run => run.Seconds).Median()).ToArray();
        var stored = Directory.GetDirectories(Path.Combine(folder, "store", "backups")).Select(Bytes).Min();

        settings.Say("restores in turn");
        string Fresh(string name) => $"dropdb --if-exists {name}; createdb {name}";
        var restores = Stopwatches.InTurn(Runs,
            Shell($"{Fresh("peer")}; pg_restore -j2 -d peer fc.dump"),
            Ours($"RestoreBackup --store '{folder}/store' --age-identity '{folder}/identity' --restore-into '{database.Url("ours")}' --replace"));
        var restored = restores.Select(runs => runs.Select(run => run.Seconds).Median()).ToArray();

        settings.Say("memory of a backup with all its programs");
        var memory = BackupsSuiteMemory.Peak(Ours($"Backup {source} --store '{folder}/store'"));

        return new Suite("backups",
        [
            new("backup, beside pg_dump -Fc", seconds[3], seconds[0], 0.30, "s", Runs),
            new("backup, beside pg_dump -Fd -j2", seconds[3], seconds[1], 1, "s", Runs),
            new("backup, beside pg_dump | zstd | age", seconds[3], seconds[2], 0.85, "s", Runs),
            new("size, beside pg_dump -Fc", stored / 1e6, new FileInfo(Path.Combine(folder, "fc.dump")).Length / 1e6, 0.35, "MB", 1),
            new("restore and comparison, beside pg_restore -j2", restored[1], restored[0], 0.8, "s", Runs),
            new("memory of a backup, beside what is allowed", memory, 200, 1, "MB", 1),
        ]);
    }

    private static long Bytes(string folder) => Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length);
}
