namespace JobSwipe.LocalFly.SampleService;

/// <summary>What goes wrong on purpose, from the variable <c>SAMPLE</c>: words such as <c>slow-start=300 never-healthy</c>.</summary>
internal sealed class Switches(IReadOnlyDictionary<string, string> words)
{
    public static Switches FromEnvironment() => new((Environment.GetEnvironmentVariable("SAMPLE") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair.Length > 1 ? pair[1] : ""));

    /// <summary>Milliseconds until it listens.</summary>
    public int SlowStart => Number("slow-start");

    /// <summary>/health answers 503.</summary>
    public bool NeverHealthy => words.ContainsKey("never-healthy");

    /// <summary>Everything but /health answers 500.</summary>
    public bool Error500 => words.ContainsKey("error-500");

    /// <summary>The exit code with which it ends at once; null when it does not.</summary>
    public int? ExitsAtOnce => words.ContainsKey("exits-at-once") ? Number("exits-at-once") : null;

    /// <summary>How many requests it answers before it ends with exit code 3; null for any number.</summary>
    public int? ExitsAfter => words.ContainsKey("exits-after") ? Number("exits-after") : null;

    /// <summary>A file; until it is there, the program makes it and ends as one whose port is taken does.</summary>
    public string? PortTakenOnce => words.GetValueOrDefault("port-taken-once");

    public bool IgnoresInterrupt => words.ContainsKey("ignores-sigint");

    /// <summary>Milliseconds that an answer to /slow takes.</summary>
    public int SlowAnswer => words.ContainsKey("slow-answer") ? Number("slow-answer") : 1000;

    /// <summary>A file that appears when a request for /slow has arrived.</summary>
    public string? SlowMarker => words.GetValueOrDefault("slow-marker");

    private int Number(string word) => words.TryGetValue(word, out var value) ? int.Parse(value) : 0;
}
