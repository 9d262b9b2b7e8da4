using System.ComponentModel;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Docker;

/// <summary>How much Docker logs.</summary>
[TypeConverter(typeof(TypeConverter<DockerLogLevel>))]
public class DockerLogLevel : Enumeration
{
    /// <summary><c>debug</c>.</summary>
    public static DockerLogLevel debug = "debug";

    /// <summary><c>info</c>.</summary>
    public static DockerLogLevel info = "info";

    /// <summary><c>warn</c>.</summary>
    public static DockerLogLevel warn = "warn";

    /// <summary><c>error</c>.</summary>
    public static DockerLogLevel error = "error";

    /// <summary><c>fatal</c>.</summary>
    public static DockerLogLevel fatal = "fatal";

    /// <summary>The value with that text.</summary>
    public static implicit operator DockerLogLevel(string value) => new() { Value = value };
}
