using JobSwipe.Tools.Processes;

namespace JobSwipe.Security.Installing;

/// <summary>By pip, in a virtual environment of its own. The program's version is pinned; those of its dependencies are what pip finds.</summary>
/// <param name="Name">The package, and the program that it brings.</param>
/// <param name="Version">The version.</param>
public sealed record PythonInstall(string Name, string Version) : ScannerInstall
{
    /// <summary>Where environments are kept.</summary>
    public string Cache { get; init; } = CacheFolder.Path("tools");

    private string Folder => Path.Combine(Cache, $"{Name}-{Version}");

    /// <inheritdoc/>
    public override string? Locate() => File.Exists(Path.Combine(Folder, ".complete")) ? Path.Combine(Folder, "bin", Name) : null;

    /// <inheritdoc/>
    public override async Task EnsureAsync(Action<string> say, CancellationToken cancellation = default)
    {
        if (Locate() is not null) return;
        say($"Installing {Name} {Version}");
        try
        {
            // An environment knows its own path, so it is made in its place, and the mark comes last.
            await new Command("python3", "-m", "venv", "--clear", Folder).OutputAsync(cancellation);
            await new Command(Path.Combine(Folder, "bin", "pip"), "install", "--quiet", "--no-input", "--disable-pip-version-check", $"{Name}=={Version}").OutputAsync(cancellation);
        }
        catch (Exception exception) when (exception is CommandFailed or ToolMissing)
        {
            var last = exception.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries)[0].Trim();
            throw new ScannerNotInstalled($"{Name} {Version} was not installed: {last}", $"Install {Name} {Version} by hand, on PATH.", exception);
        }
        await File.WriteAllTextAsync(Path.Combine(Folder, ".complete"), Version, cancellation);
    }
}
