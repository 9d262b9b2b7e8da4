namespace JobSwipe.LocalFly.Cli;

/// <summary>
/// What goes wrong with the real flyctl, on demand: <c>LOCALFLY_FAULT=name</c>, or <c>name*3,other</c>. Each fault springs as often as it says, once
/// without a number, counted in the platform's state, so that a second attempt can be seen to go well.
/// </summary>
internal static class Fault
{
    /// <summary>The API refuses a call for its rate (adcontextprotocol/adcp#4780).</summary>
    public const string RateLimit = "rate-limit";

    /// <summary>A deployment never ends after its release command (#2036).</summary>
    public const string Hang = "hang";

    /// <summary>The image's tag is deployed, which another push has moved (PR #5010).</summary>
    public const string LoseDigest = "lose-digest";

    /// <summary>A bluegreen deployment fails when both fleets serve (#4886, #4982).</summary>
    public const string FailAfterUncordon = "fail-after-uncordon";

    /// <summary>A bluegreen deployment cannot destroy the old machines: exit code 1, and the new version is live.</summary>
    public const string FailToDestroyBlues = "fail-to-destroy-blues";

    /// <summary>A machine's host does not answer (#5049).</summary>
    public const string HostUnreachable = "host-unreachable";

    private static readonly string[] Names = [RateLimit, Hang, LoseDigest, FailAfterUncordon, FailToDestroyBlues, HostUnreachable];

    /// <summary>Whether a fault springs now; it is then used up by one.</summary>
    /// <exception cref="FlyError">The variable names a fault that there is not.</exception>
    public static bool Springs(string name)
    {
        if (Environment.GetEnvironmentVariable("LOCALFLY_FAULT") is not { Length: > 0 } wanted) return false;
        foreach (var fault in wanted.Split(',').Select(text => text.Split('*')))
        {
            if (!Names.Contains(fault[0])) throw new FlyError($"LOCALFLY_FAULT names '{fault[0]}' (nearest: {Nearest.To(fault[0], Names)})");
            if (fault[0] == name) return Use(name, fault.Length > 1 ? int.Parse(fault[1]) : 1);
        }
        return false;
    }

    private static bool Use(string name, int times)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Platform.PlatformClient.StateFolder, "faults")).FullName;
        for (var use = 1; use <= times; use++)
        {
            try
            {
                using var mark = new FileStream(Path.Combine(folder, $"{name}.{use}"), FileMode.CreateNew);
                return true;
            }
            catch (IOException)
            {
                // Used before.
            }
        }
        return false;
    }
}
