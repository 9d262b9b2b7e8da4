using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Docker;

/// <summary>Says how <c>docker</c> is called.</summary>
public static class DockerOptionsBaseExtensions
{
    /// <summary>How much is logged.</summary>
    public static T SetLogLevel<T>(this T o, DockerLogLevel v) where T : DockerOptionsBase => o.With(x => x.Set(nameof(DockerOptionsBase.LogLevel), v));

    /// <summary>Not set: how much is logged.</summary>
    public static T ResetLogLevel<T>(this T o) where T : DockerOptionsBase => o.With(x => x.Set(nameof(DockerOptionsBase.LogLevel), null));

    /// <summary>Logs what helps to find errors.</summary>
    public static T SetDebug<T>(this T o, bool? v) where T : DockerOptionsBase => o.With(x => x.Set(nameof(DockerOptionsBase.Debug), v));

    /// <summary>Not set: logs what helps to find errors.</summary>
    public static T ResetDebug<T>(this T o) where T : DockerOptionsBase => o.With(x => x.Set(nameof(DockerOptionsBase.Debug), null));

    /// <summary>Yes: logs what helps to find errors.</summary>
    public static T EnableDebug<T>(this T o) where T : DockerOptionsBase => o.SetDebug(true);

    /// <summary>No: logs what helps to find errors.</summary>
    public static T DisableDebug<T>(this T o) where T : DockerOptionsBase => o.SetDebug(false);

    /// <summary>The folder of the client's configuration.</summary>
    public static T SetConfig<T>(this T o, string v) where T : DockerOptionsBase => o.With(x => x.Set(nameof(DockerOptionsBase.Config), v));

    /// <summary>Not set: the folder of the client's configuration.</summary>
    public static T ResetConfig<T>(this T o) where T : DockerOptionsBase => o.With(x => x.Set(nameof(DockerOptionsBase.Config), null));

    /// <summary>Talks to the daemon by TLS.</summary>
    public static T SetTLS<T>(this T o, bool? v) where T : DockerOptionsBase => o.With(x => x.Set(nameof(DockerOptionsBase.TLS), v));

    /// <summary>Not set: talks to the daemon by TLS.</summary>
    public static T ResetTLS<T>(this T o) where T : DockerOptionsBase => o.With(x => x.Set(nameof(DockerOptionsBase.TLS), null));

    /// <summary>Yes: talks to the daemon by TLS.</summary>
    public static T EnableTLS<T>(this T o) where T : DockerOptionsBase => o.SetTLS(true);

    /// <summary>No: talks to the daemon by TLS.</summary>
    public static T DisableTLS<T>(this T o) where T : DockerOptionsBase => o.SetTLS(false);

    /// <summary>Talks to the daemon by TLS and checks who it is.</summary>
    public static T SetTLSVerify<T>(this T o, bool? v) where T : DockerOptionsBase => o.With(x => x.Set(nameof(DockerOptionsBase.TLSVerify), v));

    /// <summary>Not set: talks to the daemon by TLS and checks who it is.</summary>
    public static T ResetTLSVerify<T>(this T o) where T : DockerOptionsBase => o.With(x => x.Set(nameof(DockerOptionsBase.TLSVerify), null));

    /// <summary>Yes: talks to the daemon by TLS and checks who it is.</summary>
    public static T EnableTLSVerify<T>(this T o) where T : DockerOptionsBase => o.SetTLSVerify(true);

    /// <summary>No: talks to the daemon by TLS and checks who it is.</summary>
    public static T DisableTLSVerify<T>(this T o) where T : DockerOptionsBase => o.SetTLSVerify(false);

    /// <summary>The authority that is trusted.</summary>
    public static T SetTLSCaCert<T>(this T o, string v) where T : DockerOptionsBase => o.With(x => x.Set(nameof(DockerOptionsBase.TLSCaCert), v));

    /// <summary>Not set: the authority that is trusted.</summary>
    public static T ResetTLSCaCert<T>(this T o) where T : DockerOptionsBase => o.With(x => x.Set(nameof(DockerOptionsBase.TLSCaCert), null));

    /// <summary>The client's certificate.</summary>
    public static T SetTLSCert<T>(this T o, string v) where T : DockerOptionsBase => o.With(x => x.Set(nameof(DockerOptionsBase.TLSCert), v));

    /// <summary>Not set: the client's certificate.</summary>
    public static T ResetTLSCert<T>(this T o) where T : DockerOptionsBase => o.With(x => x.Set(nameof(DockerOptionsBase.TLSCert), null));

    /// <summary>The client's key.</summary>
    public static T SetTLSKey<T>(this T o, string v) where T : DockerOptionsBase => o.With(x => x.Set(nameof(DockerOptionsBase.TLSKey), v));

    /// <summary>Not set: the client's key.</summary>
    public static T ResetTLSKey<T>(this T o) where T : DockerOptionsBase => o.With(x => x.Set(nameof(DockerOptionsBase.TLSKey), null));
}
