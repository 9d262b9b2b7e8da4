using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Monitoring.Drill;

/// <summary>Stops a cluster's server as a crash does, and starts it again as it was started before.</summary>
internal static class DatabaseServer
{
    public static Task StopAsync(PostgresCluster cluster, CancellationToken cancellation) =>
        RunAsync(["stop", "-D", cluster.DataFolder, "-m", "immediate", "-w", "-t", "20"], cancellation);

    // A restart takes the options of the last start (postmaster.opts); a start does not.
    public static Task StartAsync(PostgresCluster cluster, CancellationToken cancellation) =>
        RunAsync(["restart", "-D", cluster.DataFolder, "-l", cluster.LogFile, "-w", "-t", "60"], cancellation);

    private static async Task RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var control = PostgresTools.Find().Command("pg_ctl", arguments);
        // The server inherits pg_ctl's streams: without the null device its end would never be seen.
        var quiet = new Command("/bin/sh", ["-c", "exec \"$@\" </dev/null >/dev/null 2>&1", "sh", control.File, .. control.Arguments]) { Environment = control.Environment, WorkingDirectory = "/" };
        await Unprivileged.Run(quiet).OutputAsync(cancellation);
    }
}
