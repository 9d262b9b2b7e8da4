using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Docker;

/// <summary>Options of every command of <c>docker</c>.</summary>
public class DockerOptionsBase : ToolOptions
{
    /// <summary>How much is logged.</summary>
    public DockerLogLevel LogLevel => Get<DockerLogLevel>();

    /// <summary>Logs what helps to find errors.</summary>
    public bool? Debug => Get<bool?>();

    /// <summary>The folder of the client's configuration.</summary>
    public string Config => Get<string>();

    /// <summary>Talks to the daemon by TLS.</summary>
    public bool? TLS => Get<bool?>();

    /// <summary>Talks to the daemon by TLS and checks who it is.</summary>
    public bool? TLSVerify => Get<bool?>();

    /// <summary>The authority that is trusted.</summary>
    public string TLSCaCert => Get<string>();

    /// <summary>The client's certificate.</summary>
    public string TLSCert => Get<string>();

    /// <summary>The client's key.</summary>
    public string TLSKey => Get<string>();

    internal override void Write(ArgumentWriter arguments)
    {
        arguments
            .Option("--config", Config)
            .Switch("--debug", Debug)
            .Option("--log-level", LogLevel)
            .Switch("--tls", TLS)
            .Option("--tlscacert", TLSCaCert)
            .Option("--tlscert", TLSCert)
            .Option("--tlskey", TLSKey)
            .Switch("--tlsverify", TLSVerify);
        WriteCommand(arguments);
    }

    internal virtual void WriteCommand(ArgumentWriter arguments)
    {
    }
}
