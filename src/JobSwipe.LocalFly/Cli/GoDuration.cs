using System.Globalization;
using System.Text.RegularExpressions;

namespace JobSwipe.LocalFly.Cli;

/// <summary>Go's way to write a length of time (pkg.go.dev/time#ParseDuration).</summary>
internal static partial class GoDuration
{
    /// <summary>Reads one; a bare number is seconds. Null when it is none, or negative.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
            return seconds is >= 0 and < 1e9 ? TimeSpan.FromSeconds(seconds) : null;
        var match = Form().Match(text);
        if (!match.Success) return null;
        var total = 0.0;
        for (var part = 0; part < match.Groups[1].Captures.Count; part++)
        {
            var number = double.Parse(match.Groups[2].Captures[part].Value, CultureInfo.InvariantCulture);
            total += match.Groups[3].Captures[part].Value switch { "h" => number * 3600, "m" => number * 60, "s" => number, _ => number / 1000 };
        }
        return total < 1e9 ? TimeSpan.FromSeconds(total) : null;
    }

    /// <summary>Writes one, such as <c>1m30s</c>.</summary>
    public static string Format(TimeSpan length)
    {
        if (length < TimeSpan.FromSeconds(1)) return length == TimeSpan.Zero ? "0s" : $"{length.TotalMilliseconds}ms";
        var seconds = $"{length.Seconds + (length.Milliseconds / 1000.0)}s";
        return length.TotalHours >= 1 ? $"{(int)length.TotalHours}h{length.Minutes}m{seconds}" : length.TotalMinutes >= 1 ? $"{length.Minutes}m{seconds}" : seconds;
    }

    [GeneratedRegex(@"^((\d+(?:\.\d+)?)(ms|h|m|s))+$")]
    private static partial Regex Form();
}
