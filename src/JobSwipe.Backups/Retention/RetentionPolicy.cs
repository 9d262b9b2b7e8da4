using System.Text.RegularExpressions;
using JobSwipe.Tools;

namespace JobSwipe.Backups;

/// <summary>
/// How many backups are kept: the newest of each of so many days, ISO weeks, months and years (UTC) that have one. Periods without a backup do not
/// count, so nothing is dropped because backups stopped.
/// </summary>
public sealed partial record RetentionPolicy
{
    /// <summary>Seven daily ones.</summary>
    public static RetentionPolicy Default { get; } = new() { Days = 7 };

    /// <summary>How many days.</summary>
    public int Days { get; init; }

    /// <summary>How many weeks.</summary>
    public int Weeks { get; init; }

    /// <summary>How many months.</summary>
    public int Months { get; init; }

    /// <summary>How many years.</summary>
    public int Years { get; init; }

    /// <summary>Reads <c>7d</c> or <c>7d,4w,12m,3y</c>.</summary>
    /// <exception cref="DeliveryError">It is not like that, or keeps nothing.</exception>
    public static RetentionPolicy Parse(string text)
    {
        var policy = new RetentionPolicy();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (Part().Match(part) is not { Success: true } match || !int.TryParse(match.Groups[1].ValueSpan, out var count) || count == 0) throw Invalid(text);
            policy = (match.Groups[2].Value, policy) switch
            {
                ("d", { Days: 0 }) => policy with { Days = count },
                ("w", { Weeks: 0 }) => policy with { Weeks = count },
                ("m", { Months: 0 }) => policy with { Months = count },
                ("y", { Years: 0 }) => policy with { Years = count },
                _ => throw Invalid(text),
            };
        }
        return policy;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(',', new[] { (Days, 'd'), (Weeks, 'w'), (Months, 'm'), (Years, 'y') }
        .Where(rule => rule.Item1 > 0).Select(rule => $"{rule.Item1}{rule.Item2}"));

    private static DeliveryError Invalid(string text) =>
        new($"The retention '{text}' cannot be read.", "Write how many days, weeks, months and years are kept, for example --retention 7d,4w,12m");

    [GeneratedRegex("^([0-9]{1,4})([dwmy])$")]
    private static partial Regex Part();
}
