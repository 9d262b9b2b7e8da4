using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Docker;

/// <summary>Options of <c>docker login</c>.</summary>
public class DockerLoginSettings : DockerOptionsBase
{
    /// <summary>The registry; without it, Docker's own.</summary>
    public string Server => Get<string>();

    /// <summary>Who logs in.</summary>
    public string Username => Get<string>();

    /// <summary>The password or token.</summary>
    public string Password => Get<string>();

    internal override string StandardInput => Password;

    internal override void WriteCommand(ArgumentWriter arguments) => arguments
        .Word("login")
        .Option("--username", Username)
        .Switch("--password-stdin", Password is null ? null : true)
        .Word(Server);
}
