namespace JobSwipe.Releases.Fly;

/// <summary>One <c>flyctl proxy</c>. Flags as in flyctl's source (internal/command/proxy/proxy.go).</summary>
/// <param name="App">The app that is reached.</param>
/// <param name="LocalPort">The port on this machine.</param>
/// <param name="RemotePort">The app's own port.</param>
public sealed record FlyProxySettings(string App, int LocalPort, int RemotePort)
{
    /// <summary>The arguments. Only this machine may use the port.</summary>
    public IReadOnlyList<string> ToArguments() => ["proxy", $"{LocalPort}:{RemotePort}", "--app", App, "--bind-addr", "127.0.0.1"];
}
