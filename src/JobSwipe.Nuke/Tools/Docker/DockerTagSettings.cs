using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Docker;

/// <summary>Options of <c>docker tag</c>.</summary>
public class DockerTagSettings : DockerOptionsBase
{
    /// <summary>The image.</summary>
    public string SourceImage => Get<string>();

    /// <summary>Its new name.</summary>
    public string TargetImage => Get<string>();

    internal override void WriteCommand(ArgumentWriter arguments) => arguments
        .Word("tag")
        .Word(SourceImage)
        .Word(TargetImage);
}
