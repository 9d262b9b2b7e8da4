using JobSwipe.EndToEnd.Tests;
using JobSwipe.Tools.Processes;

[assembly: AssemblyFixture(typeof(FreshClone))]

namespace JobSwipe.EndToEnd.Tests;

/// <summary>
/// A fresh clone in an empty folder, with the working tree's changes on top, and a folder for temporary files of its own:
/// whatever a build leaves behind is found there, or names it.
/// </summary>
public sealed class FreshClone : IAsyncLifetime
{
    /// <summary>Its tests' collection: two builds that publish in one clone are in each other's way.</summary>
    public const string OneAtATime = "one build at a time";

    private readonly TemporaryFolder _folder = TemporaryFolder.Create("jse");

    /// <summary>The clone.</summary>
    public string Root => Path.Combine(_folder.Path, "clone");

    /// <summary>Where the builds' temporary files go.</summary>
    public string Temporary => Path.Combine(_folder.Path, "t");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Temporary);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Temporary, (UnixFileMode)0b111_111_111);
        var source = FindRoot(AppContext.BaseDirectory);
        await new Command("git", "clone", "--quiet", source, Root).OutputAsync();
        var changed = await new Command("git", "-C", source, "ls-files", "-z", "--modified", "--others", "--exclude-standard").OutputAsync();
        foreach (var file in changed.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var (from, to) = (Path.Combine(source, file), Path.Combine(Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            if (File.Exists(from)) File.Copy(from, to, overwrite: true);
            else File.Delete(to);
        }
    }

    /// <summary>A call of the build in the clone.</summary>
    public Command Build(params IReadOnlyList<string> arguments) => new(Path.Combine(Root, "build.sh"), arguments)
    {
        WorkingDirectory = Root,
        Environment = new Dictionary<string, string?>
        {
            ["TMPDIR"] = Temporary,
            ["CI"] = null,
            // The same sources were analyzed where this test was compiled; it is more than half of compiling them.
            ["RunAnalyzers"] = "false",
            ["DATABASE_URL"] = null,
            // What an ordinary shell may hold; none of them may choose anything.
            ["ENVIRONMENT"] = "production",
            ["STAGE"] = "production",
        },
    };

    /// <summary>Processes that belong to a build in the clone: they name its folder, or have its temporary folder in their environment.</summary>
    public IReadOnlyList<string> Processes()
    {
        var found = new List<string>();
        foreach (var folder in Directory.GetDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out var id) && id != Environment.ProcessId))
        {
            try
            {
                var commandLine = File.ReadAllText(Path.Combine(folder, "cmdline")).Replace('\0', ' ');
                var environment = File.ReadAllText(Path.Combine(folder, "environ"));
                if (commandLine.Contains(_folder.Path) || environment.Contains($"TMPDIR={Temporary}")) found.Add(commandLine);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It has ended, or belongs to somebody else.
            }
        }
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        // Also when a test failed: nothing that it started may outlive it.
        foreach (var folder in Directory.GetDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out var id) && id != Environment.ProcessId))
        {
            try
            {
                if (File.ReadAllText(Path.Combine(folder, "environ")).Contains($"TMPDIR={Temporary}"))
                    await new Command("kill", "-9", Path.GetFileName(folder)).RunAsync();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It has ended, or belongs to somebody else.
            }
        }
        _folder.Dispose();
    }

    private static string FindRoot(string folder) =>
        Directory.Exists(Path.Combine(folder, ".nuke")) ? folder : FindRoot(Directory.GetParent(folder)!.FullName);
}
