namespace JobSwipe.LocalFly.Machines;

/// <summary>A request that is with a machine; the machine is not stopped before it ends.</summary>
internal sealed class Visit(Machine machine, int port) : IDisposable
{
    public int Port => port;

    public void Dispose() => machine.Leave();
}
