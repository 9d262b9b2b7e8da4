using System.ComponentModel;
using Nuke.Common.Tooling;

namespace Nuke.Components;

/// <summary>The configuration that is built.</summary>
[TypeConverter(typeof(TypeConverter<Configuration>))]
public class Configuration : Enumeration
{
    /// <summary>For finding errors.</summary>
    public static Configuration Debug = new() { Value = nameof(Debug) };

    /// <summary>For delivery.</summary>
    public static Configuration Release = new() { Value = nameof(Release) };

    /// <summary>Its name.</summary>
    public static implicit operator string(Configuration configuration) => configuration?.Value;
}
