using System.Security.Cryptography;
using System.Text;
using JobSwipe.Tools;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Testing;

/// <summary>A Python that has exactly the packages that an application pins.</summary>
/// <param name="Program">The interpreter.</param>
/// <param name="Origin">Where its packages come from, for people.</param>
public sealed record PythonEnvironment(string Program, string Origin)
{
    // Debian's own python3 stands here, whatever comes first on PATH.
    private const string System = "/usr/bin/python3";

    // Prints one line for each pin that is not met. Debian's packages of a release call themselves 1.8.1.dev0 or 1.8.1+dfsg here and there.
    private const string Check = """
        import importlib.metadata as metadata, re, sys
        def version(name):
            try: return re.sub(r"(\.dev0|\+\w+)$", "", metadata.version(name))
            except metadata.PackageNotFoundError: return None
        for pin in sys.argv[1:]:
            name, wanted = pin.split("==")
            found = version(name.split("[")[0])
            if found != wanted: print(f"{pin} (found: {found or 'none'})")
        """;

    /// <summary>A virtual environment, kept for the next time; the machine's own Python where no index has the packages and it meets every pin.</summary>
    /// <exception cref="RequirementNotPinned">A requirement names no exact version.</exception>
    /// <exception cref="PythonPackagesMissing">Neither can be had.</exception>
    public static async Task<PythonEnvironment> EnsureAsync(PinnedRequirements requirements, Action<string> say, CancellationToken cancellation = default)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', requirements.Pins))))[..16];
        var folder = CacheFolder.Path(Path.Combine("python", key));
        var program = Path.Combine(folder, "bin", "python");
        var made = Path.Combine(folder, "complete");
        if (File.Exists(made)) return new PythonEnvironment(program, $"virtual environment with {requirements.Pins.Count} pinned packages");
        var failure = await MakeAsync(folder, program, requirements, cancellation);
        if (failure is null)
        {
            await File.WriteAllTextAsync(made, "", cancellation);
            return new PythonEnvironment(program, $"virtual environment with {requirements.Pins.Count} pinned packages");
        }
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        if (!File.Exists(System)) throw new PythonPackagesMissing(failure, "there is no /usr/bin/python3");
        var unmet = (await new Command(System, ["-c", Check, .. requirements.Pins]).OutputAsync(cancellation)).Trim();
        if (unmet.Length > 0) throw new PythonPackagesMissing(failure, unmet.ReplaceLineEndings(", "));
        say("No package index has the pinned packages; Debian's python3 has each in exactly that version and is used instead");
        return new PythonEnvironment(System, "Debian's python3, which meets every pin; no package index was of use");
    }

    private static async Task<string?> MakeAsync(string folder, string program, PinnedRequirements requirements, CancellationToken cancellation)
    {
        try
        {
            var venv = await new Command("python3", "-m", "venv", "--clear", folder).RunAsync(cancellation);
            if (venv.ExitCode != 0) return Last(venv);
            var pip = await new Command(program, ["-m", "pip", "install", "--quiet", "--retries", "1", "--timeout", "15", .. requirements.Pins]).RunAsync(cancellation);
            return pip.ExitCode == 0 ? null : Last(pip);
        }
        catch (ToolMissing)
        {
            return "python3 is not on this machine";
        }
    }

    private static string Last(CommandResult result) => (result.Error + result.Output).Trim().Split('\n')[^1];
}

/// <summary>The packages that an application's tests need cannot be had.</summary>
public sealed class PythonPackagesMissing(string index, string machine) : DeliveryError(
    $"The pinned Python packages cannot be had: from the index: {index}; from this machine: {machine}.",
    "Make a package index reachable (PIP_INDEX_URL), or install Debian's packages of those versions (apt-get install python3-…).");
