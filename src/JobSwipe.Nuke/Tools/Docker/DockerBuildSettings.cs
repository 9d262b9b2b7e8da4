using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Docker;

/// <summary>Options of <c>docker build</c>.</summary>
public class DockerBuildSettings : DockerOptionsBase
{
    /// <summary>The folder that is sent to the builder.</summary>
    public string Path => Get<string>();

    /// <summary>The Dockerfile.</summary>
    public string File => Get<string>();

    /// <summary>Names of the image.</summary>
    public IReadOnlyList<string> Tag => Get<IReadOnlyList<string>>();

    /// <summary>Variables of the Dockerfile, as NAME=value.</summary>
    public IReadOnlyList<string> BuildArg => Get<IReadOnlyList<string>>();

    /// <summary>Labels of the image.</summary>
    public IReadOnlyList<string> Label => Get<IReadOnlyList<string>>();

    /// <summary>Images whose layers may be taken over.</summary>
    public IReadOnlyList<string> CacheFrom => Get<IReadOnlyList<string>>();

    /// <summary>The stage to build.</summary>
    public string Target => Get<string>();

    /// <summary>The platform to build for.</summary>
    public string Platform => Get<string>();

    /// <summary>The network of the build's steps.</summary>
    public string Network => Get<string>();

    /// <summary>A file that only the build's steps see.</summary>
    public string Secret => Get<string>();

    /// <summary>The agent that only the build's steps see.</summary>
    public string Ssh => Get<string>();

    /// <summary>Where the result goes.</summary>
    public string Output => Get<string>();

    /// <summary>The file that gets the image's id.</summary>
    public string Iidfile => Get<string>();

    /// <summary>How progress is shown.</summary>
    public DockerProgressType Progress => Get<DockerProgressType>();

    /// <summary>Builds every layer again.</summary>
    public bool? NoCache => Get<bool?>();

    /// <summary>Asks for newer base images.</summary>
    public bool? Pull => Get<bool?>();

    /// <summary>Prints only the image's id.</summary>
    public bool? Quiet => Get<bool?>();

    /// <summary>Removes containers in between.</summary>
    public bool? Rm => Get<bool?>();

    /// <summary>Removes containers in between, also after a failure.</summary>
    public bool? ForceRm => Get<bool?>();

    internal override void WriteCommand(ArgumentWriter arguments) => arguments
        .Word("build")
        .Option("--file", File)
        .Options("--tag", Tag)
        .Options("--build-arg", BuildArg)
        .Options("--label", Label)
        .Options("--cache-from", CacheFrom)
        .Option("--target", Target)
        .Option("--platform", Platform)
        .Option("--network", Network)
        .Option("--secret", Secret)
        .Option("--ssh", Ssh)
        .Option("--output", Output)
        .Option("--iidfile", Iidfile)
        .Option("--progress", Progress)
        .Switch("--no-cache", NoCache)
        .Switch("--pull", Pull)
        .Switch("--quiet", Quiet)
        .Assigned("--rm", Rm)
        .Switch("--force-rm", ForceRm)
        .Word(Path);
}
