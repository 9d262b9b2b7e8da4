namespace JobSwipe.Monitoring.Running;

/// <summary>What somebody was told.</summary>
/// <param name="At">When it arrived.</param>
/// <param name="Way">How: page, slack or mail.</param>
/// <param name="IsFiring">Whether it tells of a beginning, or of an end.</param>
/// <param name="Alert">The alert.</param>
public sealed record Message(DateTimeOffset At, string Way, bool IsFiring, string Alert)
{
    /// <summary>Reads a title as the templates in alertmanager.yml write it: <c>FIRING ServiceDown (critical)</c>.</summary>
    public static Message? Read(string way, string title)
    {
        var words = title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is [("FIRING" or "RESOLVED") and var status, var alert, ..] ? new Message(DateTimeOffset.UtcNow, way, status == "FIRING", alert) : null;
    }
}
