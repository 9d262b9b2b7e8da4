using System.Runtime.InteropServices;
using Nuke.Common.Printing;

namespace Nuke.Common.Execution;

/// <summary>
/// Ctrl-C and the signals that end a process. The first stops the children and lets the targets come to an end; the second
/// exits at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _signals;

    public CancellationToken Token => _source.Token;

    public bool IsRequested => _source.IsCancellationRequested;

    public static Interruption Watch()
    {
        var interruption = new Interruption();
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP })
            interruption._registrations.Add(PosixSignalRegistration.Create(signal, interruption.Handle));
        return interruption;
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _source.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _signals) > 1)
        {
            ChildProcesses.KillAll();
            Environment.Exit(130);
        }

        // Handlers of the build run on the same thread after this one, and must not wait.
        ThreadPool.UnsafeQueueUserWorkItem(_ => Stop(), null);
    }

    private void Stop()
    {
        BuildConsole.Shared.Print(Style.Yellow("Interrupted: stopping. Once more to exit at once."));
        _source.Cancel();
        ChildProcesses.Stop();
    }
}
