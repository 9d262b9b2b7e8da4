namespace JobSwipe.Releases.Fly;

/// <summary>One <c>flyctl deploy</c>. Flags as in flyctl's source (internal/command/deploy/deploy.go).</summary>
public sealed record DeploySettings
{
    /// <summary>The app to deploy to.</summary>
    public required string App { get; init; }

    /// <summary>Its fly.toml.</summary>
    public required string Config { get; init; }

    /// <summary>The artifact's reference, by digest.</summary>
    public required string Image { get; init; }

    /// <summary>How machines are replaced; flyctl knows no drain with any other strategy.</summary>
    public string Strategy { get; init; } = "bluegreen";

    /// <summary>Whether a first deployment makes two machines of each process group with a service.</summary>
    public bool HighlyAvailable { get; init; } = true;

    /// <summary>How long machines may take to become healthy.</summary>
    public TimeSpan WaitTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>When flyctl is given up: it waits for the start, the checks and the drain of each batch of machines.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(17);

    /// <summary>The arguments.</summary>
    public IReadOnlyList<string> ToArguments() =>
    [
        "deploy",
        "--app", App,
        "--config", Config,
        "--image", Image,
        "--strategy", Strategy,
        "--wait-timeout", $"{WaitTimeout.TotalSeconds:0}s",
        // The local Docker resolver retags an image and pushes it under another digest.
        "--remote-only",
        // Migrations were run, with a backup before them, by the build.
        "--skip-release-command",
        // A number: the default 'auto' is a remote flag that switches the code path.
        "--deploy-retries", "0",
        "--yes",
        .. HighlyAvailable ? [] : (string[])["--ha=false"],
    ];
}
