using JobSwipe.LocalFly.Cli;

namespace JobSwipe.LocalFly.Deployments;

/// <summary>How flyctl replaces machines, by name.</summary>
internal static class Strategies
{
    private static readonly Dictionary<string, Func<Deployment, CancellationToken, Task>> All = new()
    {
        ["rolling"] = Rolling.RunAsync,
        ["immediate"] = Immediate.RunAsync,
        ["canary"] = Canary.RunAsync,
        ["bluegreen"] = BlueGreen.RunAsync,
    };

    /// <exception cref="FlyError">There is no such strategy.</exception>
    public static string Known(string name) => All.ContainsKey(name) ? name
        : throw new FlyError($"unsupported deployment strategy '{name}'; fly deploy supports the following strategies: {string.Join(", ", All.Keys)}");

    public static Func<Deployment, CancellationToken, Task> Named(string name) => All[Known(name)];

    /// <summary>Fly refuses these before anything is changed.</summary>
    public static void Verify(string name, DeployPlan plan)
    {
        if (name is "bluegreen" or "canary" && plan.Toml.Mounts.Count > 0)
            throw new FlyError($"{name} deployments are not supported when using volumes: remove [mounts], or choose the strategy rolling or immediate");
    }
}
