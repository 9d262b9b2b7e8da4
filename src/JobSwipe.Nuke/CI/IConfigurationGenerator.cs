using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.CI;

/// <summary>Writes a configuration file of a build server.</summary>
public interface IConfigurationGenerator
{
    /// <summary>Its identity among the generators of the build.</summary>
    string Id { get; }

    /// <summary>Its name for people.</summary>
    string DisplayName { get; }

    /// <summary>The name of the host.</summary>
    string HostName { get; }

    /// <summary>The type of the host.</summary>
    Type HostType { get; }

    /// <summary>Whether NUKE writes the file on each local run; this engine never does.</summary>
    bool AutoGenerate { get; }

    /// <summary>The files that it writes.</summary>
    IEnumerable<AbsolutePath> GeneratedFiles { get; }

    /// <summary>Writes them.</summary>
    void Generate(IReadOnlyCollection<ExecutableTarget> executableTargets);

    /// <summary>Keeps what a later run needs; nothing here.</summary>
    void SerializeState();
}
