using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Images;

/// <summary>A program that builds images, and how it is called.</summary>
/// <param name="Name">docker, podman or buildah.</param>
/// <param name="Arguments">What comes before each subcommand.</param>
public sealed record ContainerEngine(string Name, params IReadOnlyList<string> Arguments)
{
    /// <summary>buildah with a storage of its own, so that nothing of the user's is touched.</summary>
    public static ContainerEngine Buildah { get; } = new("buildah",
        "--root", Path.Combine(ContainerStorage.Folder, "root"), "--runroot", Path.Combine(ContainerStorage.Folder, "run"), "--storage-driver", ContainerStorage.Driver);

    /// <summary>The engine that works on this machine; null when there is none.</summary>
    public static async Task<ContainerEngine?> DetectAsync(CancellationToken cancellation = default)
    {
        // docker's client is often there without an engine behind it, so only an answer counts.
        if (await Answers("docker", cancellation, "version", "--format", "{{.Server.Version}}")) return new ContainerEngine("docker");
        // Without root, buildah and podman need subordinate users and a mount namespace; the published folder is then delivered.
        if (!Environment.IsPrivilegedProcess) return null;
        if (await Answers("buildah", cancellation, "--version")) return Buildah;
        return await Answers("podman", cancellation, "--version") ? new ContainerEngine("podman") : null;
    }

    /// <summary>A command of this engine.</summary>
    public Command Command(params IReadOnlyList<string> arguments) => new(Name, [.. Arguments, .. arguments]);

    private static async Task<bool> Answers(string name, CancellationToken cancellation, params IReadOnlyList<string> arguments)
    {
        try
        {
            return (await new Command(name, arguments).RunAsync(cancellation)).ExitCode == 0;
        }
        catch (ToolMissing)
        {
            return false;
        }
    }
}
