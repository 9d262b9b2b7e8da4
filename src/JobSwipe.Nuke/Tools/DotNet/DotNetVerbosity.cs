using System.ComponentModel;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>How much the SDK prints.</summary>
[TypeConverter(typeof(TypeConverter<DotNetVerbosity>))]
public class DotNetVerbosity : Enumeration
{
    /// <summary>Errors.</summary>
    public static DotNetVerbosity quiet = "quiet";

    /// <summary>Warnings and results.</summary>
    public static DotNetVerbosity minimal = "minimal";

    /// <summary>The usual.</summary>
    public static DotNetVerbosity normal = "normal";

    /// <summary>More.</summary>
    public static DotNetVerbosity detailed = "detailed";

    /// <summary>Everything.</summary>
    public static DotNetVerbosity diagnostic = "diagnostic";

    /// <summary>The value with that text.</summary>
    public static implicit operator DotNetVerbosity(string value) => new() { Value = value };
}
