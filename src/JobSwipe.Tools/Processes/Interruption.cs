using System.Runtime.InteropServices;

namespace JobSwipe.Tools.Processes;

/// <summary>Ctrl-C and SIGTERM as a cancellation token, so that what was begun is ended in order.</summary>
public static class Interruption
{
    private static readonly CancellationTokenSource Source = new();

    // Kept alive for the process's life: a collected registration would be undone.
    private static readonly PosixSignalRegistration[] Registrations =
        [PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel)];

    /// <summary>Cancelled at the first signal. The engine decides when the process ends.</summary>
    public static CancellationToken Token => Registrations.Length > 0 ? Source.Token : CancellationToken.None;

    private static void Cancel(PosixSignalContext context)
    {
        context.Cancel = true;
        Source.Cancel();
    }
}
