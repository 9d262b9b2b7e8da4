namespace JobSwipe.LocalFly.Cli;

/// <summary>A flag of a command.</summary>
/// <param name="Name">Its long name, without dashes.</param>
/// <param name="Short">Its letter; null when it has none.</param>
/// <param name="IsSwitch">Whether it stands alone; <c>--flag=false</c> is allowed.</param>
internal sealed record Flag(string Name, char? Short = null, bool IsSwitch = false)
{
    public static Flag App { get; } = new("app", 'a');

    public static Flag Config { get; } = new("config", 'c');

    public static Flag Json { get; } = new("json", 'j', IsSwitch: true);

    public static Flag Yes { get; } = new("yes", 'y', IsSwitch: true);

    /// <summary>Those that every command knows.</summary>
    public static IReadOnlyList<Flag> Common { get; } = [new("access-token", 't'), new("verbose", IsSwitch: true), new("debug", IsSwitch: true)];
}
