using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Docker;

/// <summary>Options of <c>docker save</c>.</summary>
public class DockerSaveSettings : DockerOptionsBase
{
    /// <summary>The images.</summary>
    public IReadOnlyList<string> Images => Get<IReadOnlyList<string>>();

    /// <summary>The archive.</summary>
    public string Output => Get<string>();

    internal override void WriteCommand(ArgumentWriter arguments) => arguments
        .Word("save")
        .Option("--output", Output)
        .Words(Images);
}
