using System.ComponentModel;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Docker;

/// <summary>How Docker shows progress.</summary>
[TypeConverter(typeof(TypeConverter<DockerProgressType>))]
public class DockerProgressType : Enumeration
{
    /// <summary><c>auto</c>.</summary>
    public static DockerProgressType auto = "auto";

    /// <summary><c>plain</c>.</summary>
    public static DockerProgressType plain = "plain";

    /// <summary><c>tty</c>.</summary>
    public static DockerProgressType tty = "tty";

    /// <summary>The value with that text.</summary>
    public static implicit operator DockerProgressType(string value) => new() { Value = value };
}
