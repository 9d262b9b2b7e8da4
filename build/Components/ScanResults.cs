using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using JobSwipe.Security;
using JobSwipe.Security.Gate;
using JobSwipe.Tools;
using JobSwipe.Tools.Processes;
using Serilog;

namespace Components;

/// <summary>What the scanners of this build said, for the targets that come after them.</summary>
static class ScanResults
{
    static readonly ConcurrentDictionary<string, ScanResult> Results = new();

    public static IReadOnlyDictionary<string, ScanResult> All => Results;

    /// <summary>Runs scanners beside each other, keeps what they say for the gate, and fails when one of them stops the release.</summary>
    public static async Task RunAsync(IScan build, params IReadOnlyList<Scanner> scanners)
    {
        if (scanners.Count == 0) Log.Information("Nothing here for these scanners");
        var folder = new ScanFolder(build.ScansDirectory, build.RootDirectory);
        foreach (var result in await folder.RunAsync(scanners, Interruption.Token, build.InstallTools ? Log.Information : null)) Note(build, result);
        Require(build, scanners.Select(scanner => scanner.Name));
    }

    /// <summary>Keeps what one scanner said for the gate, and fails when it stops the release.</summary>
    public static void Report(IScan build, ScanResult result)
    {
        Note(build, new ScanFolder(build.ScansDirectory, build.RootDirectory).Keep(result));
        Require(build, [result.Tool]);
    }

    static void Note(IScan build, ScanResult result)
    {
        result = GateRun.Judge(result, build.RootDirectory / ".nuke");
        Results[result.Tool] = result;
        build.ReportSummary(_ => { _[result.Tool] = result.Outcome == ScanOutcome.NotRun ? result.Detail : $"{result.Outcome}"; return _; });
        if (result.Outcome == ScanOutcome.NotRun) Log.Warning("{Tool}: {Detail}", result.Tool, result.Detail);
        else Log.Information("{Tool}: {Detail}", result.Tool, result.Detail);
    }

    static void Require(IScan build, IEnumerable<string> tools)
    {
        var results = tools.Select(tool => Results[tool]).ToArray();
        if (build.Strict && results.FirstOrDefault(result => result.Outcome == ScanOutcome.NotRun) is { } missing)
            throw new DeliveryError($"{missing.Tool}: {missing.Detail}.", $"Install {missing.Tool}, or leave --strict out on a machine that cannot have it.");
        var bad = results.Where(result => result.Outcome is ScanOutcome.Blocked or ScanOutcome.ScannerError).ToArray();
        if (bad.Length > 0)
            throw new DeliveryError(string.Join("; ", bad.Select(result => $"{result.Tool}: {result.Detail}")), $"What was found is in {build.ScansDirectory}; what may stay for a while is waived in .nuke/security-waivers.json.");
    }
}
