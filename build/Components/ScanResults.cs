using System.Collections.Concurrent;
using System.Collections.Generic;
using JobSwipe.Security;
using JobSwipe.Tools;
using Serilog;

namespace Components;

/// <summary>What the scanners of this build said, for the targets that come after them.</summary>
static class ScanResults
{
    static readonly ConcurrentDictionary<string, ScanResult> Results = new();

    public static IReadOnlyDictionary<string, ScanResult> All => Results;

    public static void Report(IScan build, ScanResult result)
    {
        Results[result.Tool] = result;
        build.ReportSummary(_ => { _["Outcome"] = result.Outcome == ScanOutcome.NotRun ? result.Detail : $"{result.Outcome}"; return _; });
        if (result.Outcome == ScanOutcome.NotRun) Log.Warning("{Tool}: {Detail}", result.Tool, result.Detail);
        else Log.Information("{Tool}: {Detail}", result.Tool, result.Detail);
        if (result.Outcome == ScanOutcome.NotRun && build.Strict)
            throw new DeliveryError($"{result.Tool}: {result.Detail}.", $"Install {result.Tool}, or leave --strict out on a machine that cannot have it.");
        if (result.Outcome is ScanOutcome.Blocked or ScanOutcome.ScannerError)
            throw new DeliveryError($"{result.Tool}: {result.Detail}", $"The whole report is {build.ScansDirectory / result.Tool}.json");
    }
}
