using JobSwipe.Tools.Processes;

namespace JobSwipe.Tools.Installing;

/// <summary>Packages of npm in locked versions, in a folder of their own.</summary>
public static class NpmPackages
{
    /// <summary>Installs what a lock file says, without the packages' own scripts; does nothing when the folder has it.</summary>
    /// <param name="source">The folder of <c>package.json</c>, <c>package-lock.json</c> and other files, all of which are copied.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The folder.</returns>
    /// <exception cref="CommandFailed">npm failed.</exception>
    /// <exception cref="ToolMissing">There is no npm.</exception>
    public static async Task<string> EnsureAsync(string source, string folder, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(folder);
        // Written last, so that an installation that was killed is done again.
        var done = Path.Combine(folder, ".installed");
        var locked = await File.ReadAllTextAsync(Path.Combine(source, "package-lock.json"), cancellation);
        var isInstalled = File.Exists(done) && await File.ReadAllTextAsync(done, cancellation) == locked;
        foreach (var file in Directory.GetFiles(source)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        if (isInstalled) return folder;
        File.Delete(done);
        await new Command("npm", "ci", "--ignore-scripts") { WorkingDirectory = folder }.OutputAsync(cancellation);
        await File.WriteAllTextAsync(done, locked, cancellation);
        return folder;
    }
}
