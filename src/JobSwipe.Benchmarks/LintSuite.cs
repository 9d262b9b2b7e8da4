namespace JobSwipe.Benchmarks;

/// <summary>The linter of migrations: 500 scripts, from the command line to the last finding.</summary>
public static class LintSuite
{
    private const int Scripts = 500;

    // Seconds.
    private const double Allowed = 2;

    // squawk is compiled ahead and reads files in parallel; the build and .NET alone take as long to start as all of it.
    private const double BesideSquawk = 20;

    /// <summary>Measures all.</summary>
    public static Suite Run(BenchmarkSettings settings)
    {
        settings.Say($"writing {Scripts} scripts");
        var folder = Path.Combine(settings.Work, "lint");
        Directory.CreateDirectory(folder);
        var files = Enumerable.Range(1, Scripts).Select(number => Write(folder, number)).ToArray();
        var lint = new Program("bash", settings.Root, Path.Combine(settings.Root, "build.sh"), "MigrateLint", "--scripts", folder, "--format", "json", "--fail-on", "off");
        // Findings are no failure here.
        var squawk = Find("squawk") is { } program ? new Program("sh", settings.Root, ["-c", "\"$@\" || [ $? = 1 ]", "sh", program, "--reporter", "json", .. files]) : null;

        settings.Say(squawk is null ? "linting (squawk: not run, it is not on PATH)" : "linting, squawk in turn");
        var runs = Stopwatches.InTurn(settings.Runs, squawk is null ? [lint] : [lint, squawk]);
        var ours = Seconds(runs[0]);

        List<Measurement> measurements = [new($"{Scripts} scripts, beside the time allowed", ours, Allowed, 1, "s", settings.Runs)];
        if (squawk is not null) measurements.Add(new($"{Scripts} scripts, beside squawk", ours, Seconds(runs[1]), BesideSquawk, "s", settings.Runs));
        return new Suite("lint", measurements);
    }

    private static double Seconds(IEnumerable<Run> runs) => runs.Select(run => run.Seconds).Median();

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    // Of the size and kind of a migration as people write them; every fifth is not safe.
    private static string Write(string folder, int number)
    {
        var file = Path.Combine(folder, $"{number:0000}_script.sql");
        File.WriteAllText(file, $"""
            -- phase: expand
            -- Made to be measured.

            CREATE TABLE public.table_{number} (
              id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              owner_id bigint NOT NULL REFERENCES public.table_{number / 2} (id),
              name text NOT NULL CHECK (length(name) <= 200),
              amount numeric(12, 2) NOT NULL DEFAULT 0,
              details jsonb,
              created_at timestamptz NOT NULL DEFAULT now()
            );

            CREATE INDEX table_{number}_owner_idx ON public.table_{number} (owner_id, created_at DESC);

            CREATE FUNCTION public.touch_{number}() RETURNS trigger LANGUAGE plpgsql AS $body$
            BEGIN
              NEW.created_at := coalesce(NEW.created_at, now());
              RETURN NEW;
            END
            $body$;

            CREATE TRIGGER touch BEFORE INSERT ON public.table_{number} FOR EACH ROW EXECUTE FUNCTION public.touch_{number}();

            DO $$
            BEGIN
              IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'reader') THEN
                RAISE NOTICE 'nobody reads table_{number}';
              END IF;
            END
            $$;

            COMMENT ON TABLE public.table_{number} IS 'It''s number {number}; made to be measured.';

            {(number % 5 == 0 ? $"ALTER TABLE public.older_{number} ADD COLUMN name varchar(20) NOT NULL, DROP COLUMN title;" : "SELECT 1;")}

            """);
        return file;
    }
}
