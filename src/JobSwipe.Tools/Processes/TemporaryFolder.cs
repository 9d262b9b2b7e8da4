namespace JobSwipe.Tools.Processes;

/// <summary>A folder that is removed when disposed. Its path is short, since Unix socket paths end at 107 bytes.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private TemporaryFolder(string path) => Path = path;

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Makes an empty folder that only this user can list, and others can pass through.</summary>
    /// <param name="prefix">How its name begins.</param>
    /// <param name="within">The folder that it is made in; null for the system's temporary one.</param>
    public static TemporaryFolder Create(string prefix = "jobswipe", string? within = null)
    {
        var path = within is null
            ? Directory.CreateTempSubdirectory(prefix + "-").FullName
            : Directory.CreateDirectory(System.IO.Path.Combine(within, $"{prefix}-{Guid.NewGuid():N}")).FullName;
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, (UnixFileMode)0b111_001_001);
        return new TemporaryFolder(path);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody else removed a part of it at the same time.
        }
    }
}
