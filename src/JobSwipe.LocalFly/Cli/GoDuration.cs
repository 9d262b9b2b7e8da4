using System.Globalization;
using System.Text.RegularExpressions;

namespace JobSwipe.LocalFly.Cli;

/// <summary>Go's way to write a length of time (pkg.go.dev/time#ParseDuration).</summary>
internal static partial class GoDuration
{
    public static TimeSpan? Parse(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)) return TimeSpan.FromSeconds(seconds);
        var match = Form().Match(text);
        if (!match.Success) return null;
        var total = TimeSpan.Zero;
        for (var part = 0; part < match.Groups[1].Captures.Count; part++)
        {
            var number = double.Parse(match.Groups[2].Captures[part].Value, CultureInfo.InvariantCulture);
            total += match.Groups[3].Captures[part].Value switch
            {
                "h" => TimeSpan.FromHours(number),
                "m" => TimeSpan.FromMinutes(number),
                "s" => TimeSpan.FromSeconds(number),
                _ => TimeSpan.FromMilliseconds(number),
            };
        }
        return total;
    }

    [GeneratedRegex(@"^((\d+(?:\.\d+)?)(ms|h|m|s))+$")]
    private static partial Regex Form();
}
