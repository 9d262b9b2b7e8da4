using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Docker;

/// <summary>Options of <c>docker push</c>.</summary>
public class DockerPushSettings : DockerOptionsBase
{
    /// <summary>The image.</summary>
    public string Name => Get<string>();

    /// <summary>Uploads every tag of the image.</summary>
    public bool? AllTags => Get<bool?>();

    /// <summary>Does not sign the image.</summary>
    public bool? DisableContentTrust => Get<bool?>();

    internal override void WriteCommand(ArgumentWriter arguments) => arguments
        .Word("push")
        .Switch("--all-tags", AllTags)
        .Assigned("--disable-content-trust", DisableContentTrust)
        .Word(Name);
}
