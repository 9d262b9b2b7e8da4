using System.Text.Json;
using JobSwipe.LocalFly.Cli;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl releases</c>: newest first, at most 25.</summary>
internal sealed class Releases : ICommand
{
    public string Path => "releases";

    public IReadOnlyList<Flag> Flags => [Flag.App, Flag.Config, Flag.Json, new("image", IsSwitch: true)];

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var releases = await invocation.OnPlatform().ReleasesAsync(cancellation);
        await invocation.Output.WriteLineAsync(invocation.IsOn("json")
            ? JsonSerializer.Serialize(releases, Json.Pretty)
            : string.Join('\n', releases.Select(release => $"v{release.Version}\t{release.Status}\t{release.CreatedAt:u}{(invocation.IsOn("image") ? "\t" + release.ImageRef : "")}")));
        return 0;
    }
}
