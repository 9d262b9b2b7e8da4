using Nuke.Common.Utilities;

namespace Nuke.Common.CI;

/// <summary>A part of a configuration file that writes itself.</summary>
public abstract class ConfigurationEntity
{
    /// <summary>Creates a part.</summary>
    protected ConfigurationEntity()
    {
    }

    /// <summary>Writes the part.</summary>
    public abstract void Write(CustomFileWriter writer);
}
