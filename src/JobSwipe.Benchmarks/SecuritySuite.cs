using System.Diagnostics;
using JobSwipe.Security;
using JobSwipe.Security.Gate;
using JobSwipe.Tools;

namespace JobSwipe.Benchmarks;

/// <summary>The security gate over 50,000 findings, in the build's own process: read from the scanners' files, judged.</summary>
public static class SecuritySuite
{
    private const int Findings = 50_000;
    private const double AllowedSeconds = 2;
    private const double AllowedMegabytes = 300;

    /// <summary>Measures all.</summary>
    public static Suite Run(BenchmarkSettings settings)
    {
        settings.Say($"writing {Findings} findings");
        var folder = Path.Combine(settings.Work, "security");
        Directory.CreateDirectory(folder);
        foreach (var tool in new[] { "trivy", "osv-scanner" }) Write(Path.Combine(folder, tool + ".result.json"), tool);
        var scans = new ScanFolder(folder);

        settings.Say("judging them");
        List<double> seconds = [];
        var (count, megabytes) = (0, 0.0);
        for (var run = 0; run < settings.Runs; run++)
        {
            var clock = Stopwatch.StartNew();
            count = SecurityGate.Judge(new GateInput { Scans = scans.Read(), Now = DateTimeOffset.UtcNow }).Findings.Count;
            seconds.Add(clock.Elapsed.TotalSeconds);
            // A gate judges once in a process; what later runs leave to be collected is not its need.
            if (run == 0) megabytes = Process.GetCurrentProcess().PeakWorkingSet64 / 1024.0 / 1024;
        }
        if (count != Findings) throw new InvalidOperationException($"{count} of {Findings} findings were judged.");
        return new Suite("security",
        [
            new Measurement($"{Findings} findings, beside the time allowed", seconds.Median(), AllowedSeconds, 1, "s", settings.Runs),
            new Measurement($"{Findings} findings, beside the memory allowed", megabytes, AllowedMegabytes, 1, "MB", settings.Runs),
        ]);
    }

    // One finding after the other, so that writing them needs less memory than judging them.
    private static void Write(string file, string tool)
    {
        using var writer = new StreamWriter(file);
        writer.Write($"{{ \"tool\": \"{tool}\", \"outcome\": \"blocked\", \"findings\": {Findings / 2}, \"blocking\": 1, \"detail\": \"\", \"at\": \"{DateTimeOffset.UtcNow:O}\", \"seconds\": 1, \"found\": [");
        for (var number = 0; number < Findings / 2; number++) writer.Write((number == 0 ? "" : ",") + Json.Write(Make(tool, number)));
        writer.Write("] }");
    }

    // Every tenth blocks; titles as long as real ones.
    private static Finding Make(string tool, int number) => new()
    {
        Tool = tool,
        Kind = FindingKind.Vulnerability,
        Rule = $"CVE-2026-{tool.Length}{number}",
        Aliases = [$"GHSA-{tool.Length}-{number}"],
        Package = $"package-{number % 5000}",
        Version = "1.0.0",
        FixedVersion = number % 10 == 0 ? "1.0.1" : null,
        Path = $"services/{number % 100}/requirements.txt",
        Severity = (Severity)(number % 5),
        Title = "An attacker who controls the input can make the parser read beyond the end of its buffer",
    };
}
