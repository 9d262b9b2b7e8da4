using System.Diagnostics;
using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>
/// The processes that the build started, with all that they started. A variable in their environment tells them apart from
/// others, also when their parent has ended. What went into a session of its own was detached on purpose, to clean up after
/// the build or to outlive it, and is left alone.
/// </summary>
internal static class ChildProcesses
{
    private const string Marker = "_CHILD_OF_BUILD";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);
    private static readonly HashSet<Process> s_started = [];
    private static readonly string s_id = $"{Environment.ProcessId}-{Environment.TickCount64:x}";

    /// <summary>Marks all processes that are started from now on. An outer build still finds them by its own part.</summary>
    public static void Mark()
    {
        var outer = Environment.GetEnvironmentVariable(Marker);
        Environment.SetEnvironmentVariable(Marker, string.IsNullOrEmpty(outer) ? s_id : $"{outer}:{s_id}");
    }

    public static void Mark(ProcessStartInfo process) => process.Environment[Marker] = Environment.GetEnvironmentVariable(Marker);

    public static IDisposable Track(Process process)
    {
        lock (s_started)
            s_started.Add(process);
        return DelegateDisposable.CreateBracket(cleanup: () =>
        {
            lock (s_started)
                s_started.Remove(process);
        });
    }

    /// <summary>Asks the processes started for targets to end, and ends those that do not.</summary>
    public static void Stop()
    {
        List<Process> started;
        lock (s_started)
            started = [.. s_started];
        End(started.SelectMany(ProcessTree.WithDescendants).ToHashSet());
    }

    /// <summary>Ends everything that the build started and that is still there.</summary>
    public static void KillAll()
    {
        Stop();
        End(ProcessTree.WithVariable(Marker, s_id));
    }

    private static void End(IReadOnlyCollection<int> ids)
    {
        if (ids.Count == 0)
            return;
        if (!OperatingSystem.IsWindows())
        {
            foreach (var id in ids)
                ProcessTree.Terminate(id);
            var deadline = Stopwatch.StartNew();
            while (deadline.Elapsed < s_patience && ids.Any(ProcessTree.IsAlive))
                Thread.Sleep(20);
        }

        foreach (var id in ids.Where(ProcessTree.IsAlive))
            ProcessTree.Kill(id);
    }
}
