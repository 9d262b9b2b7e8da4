namespace Nuke.Common.Tooling;

/// <summary>A started process.</summary>
public interface IProcess : IDisposable
{
    /// <summary>The program.</summary>
    string FileName { get; }

    /// <summary>Its arguments, secrets masked.</summary>
    string Arguments { get; }

    /// <summary>The directory it runs in.</summary>
    string WorkingDirectory { get; }

    /// <summary>The lines it wrote so far.</summary>
    IReadOnlyCollection<Output> Output { get; }

    /// <summary>Its exit code, once it has ended.</summary>
    int ExitCode { get; }

    /// <summary>Whether it has ended.</summary>
    bool HasExited { get; }

    /// <summary>Its number.</summary>
    int Id { get; }

    /// <summary>Ends it and all it started.</summary>
    void Kill();

    /// <summary>Waits until it and its output have ended; false if its time ran out.</summary>
    bool WaitForExit();
}
