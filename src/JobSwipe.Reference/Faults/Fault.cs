using JobSwipe.Reference.Hosting;

namespace JobSwipe.Reference.Faults;

/// <summary>Something that goes wrong on purpose, so that a drill can see who notices.</summary>
public sealed record Fault
{
    /// <summary>Every form that is understood.</summary>
    public const string Forms = "fail-on-start, error-500, error-500:/path, error-500:5%, slow:750ms, hang, leak";

    /// <summary>What goes wrong.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>Only paths that start with this; every path when null.</summary>
    public string? Prefix { get; init; }

    /// <summary>How many of a hundred requests, never those to <c>/health</c> and <c>/metrics</c>: users suffer, while the platform and the monitoring see a service that is up. All when null.</summary>
    public double? Percent { get; init; }

    /// <summary>How long a slow answer is held back.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Reads a fault; nothing given is no fault.</summary>
    /// <exception cref="SettingInvalid">There is no such fault.</exception>
    public static Fault Parse(string? text)
    {
        var (kind, argument) = (text ?? "").Split(':', 2) switch { [var only] => (only, null), var parts => (parts[0], parts[1]) };
        return (kind, argument) switch
        {
            ("", null) => new Fault { Kind = FaultKind.None },
            ("fail-on-start", null) => new Fault { Kind = FaultKind.FailOnStart },
            ("error-500", null) => new Fault { Kind = FaultKind.Error },
            ("error-500", ['/', ..]) => new Fault { Kind = FaultKind.Error, Prefix = argument },
            ("error-500", [.., '%']) when double.TryParse(argument[..^1], out var percent) && percent is > 0 and <= 100 =>
                new Fault { Kind = FaultKind.Error, Percent = percent },
            ("slow", [.., 'm', 's']) when int.TryParse(argument[..^2], out var milliseconds) && milliseconds > 0 =>
                new Fault { Kind = FaultKind.Slow, Delay = TimeSpan.FromMilliseconds(milliseconds) },
            ("hang", null) => new Fault { Kind = FaultKind.Hang },
            ("leak", null) => new Fault { Kind = FaultKind.Leak },
            _ => throw new SettingInvalid("JOBSWIPE_FAULT", $"there is no fault '{text}'; there are {Forms}"),
        };
    }

    /// <summary>Whether a request to this path is concerned.</summary>
    public bool Concerns(string path) => Percent is null ? path.StartsWith(Prefix ?? "/", StringComparison.Ordinal) : path is not ("/health" or "/metrics");
}

/// <summary>The kinds of faults.</summary>
public enum FaultKind
{
    /// <summary>Nothing goes wrong.</summary>
    None,

    /// <summary>The process ends with an error instead of listening.</summary>
    FailOnStart,

    /// <summary>Requests are answered 500.</summary>
    Error,

    /// <summary>Answers come late.</summary>
    Slow,

    /// <summary>Requests are taken and never answered.</summary>
    Hang,

    /// <summary>Every request keeps memory for ever.</summary>
    Leak,
}
