namespace JobSwipe.LocalFly.Api;

/// <summary>Something that happened to a machine; the time is in milliseconds of Unix time.</summary>
internal sealed record MachineEvent(string Type, string Status, long Timestamp, EventRequest? Request = null, string Source = "flyd")
{
    /// <summary>How its program ended; null for another event.</summary>
    public int? ExitCode() => Request?.ExitEvent?.ExitCode;
}

/// <summary>What an event carries.</summary>
internal sealed record EventRequest(ExitEvent? ExitEvent);

/// <summary>The end of a machine's program.</summary>
internal sealed record ExitEvent(int ExitCode, bool RequestedStop);
