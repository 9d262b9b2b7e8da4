using System;
using System.Diagnostics;
using JobSwipe.Backups;
using Serilog;

namespace Components;

/// <summary>Says every few seconds how far a backup or a restore has come, how fast, and how long it will take.</summary>
static class BackupTicker
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public static Action<BackupProgress> Say(string verb)
    {
        var clock = Stopwatch.StartNew();
        var next = Pause;
        return progress =>
        {
            if (clock.Elapsed < next) return;
            next = clock.Elapsed + Pause;
            Log.Information("{Line}", BackupRate.Line(progress, clock.Elapsed, verb));
        };
    }
}
