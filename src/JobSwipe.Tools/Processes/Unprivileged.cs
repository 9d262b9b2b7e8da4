namespace JobSwipe.Tools.Processes;

/// <summary>Runs a command as another user when this process is root: PostgreSQL's server programs refuse root.</summary>
public static class Unprivileged
{
    private static readonly string[] Candidates = ["postgres", "nobody"];

    /// <summary>The user that takes root's place; null when this process is not root.</summary>
    public static string? User { get; } = Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows()
        ? Candidates.FirstOrDefault(Exists) ?? throw new DeliveryError(
            "PostgreSQL cannot run as root, and there is neither a user 'postgres' nor 'nobody'.", "Run the build as an ordinary user.")
        : null;

    /// <summary>The command as the other user, or unchanged when this process is not root.</summary>
    public static Command Run(Command command) => User is null
        ? command
        : command with
        {
            File = "setpriv",
            Arguments = [$"--reuid={User}", $"--regid={Group(User)}", "--clear-groups", "--", command.File, .. command.Arguments],
        };

    /// <summary>Gives a folder to the other user.</summary>
    public static async Task OwnAsync(string folder, CancellationToken cancellation = default)
    {
        if (User is not null) await new Command("chown", "-R", $"{User}:", folder).OutputAsync(cancellation);
    }

    private static bool Exists(string user) => Entry(user) is not null;

    private static string Group(string user) => Entry(user)!.Split(':')[3];

    private static string? Entry(string user) =>
        File.ReadLines("/etc/passwd").FirstOrDefault(line => line.StartsWith(user + ":", StringComparison.Ordinal));
}
