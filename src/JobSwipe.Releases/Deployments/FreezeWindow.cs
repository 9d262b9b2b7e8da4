using System.Globalization;

namespace JobSwipe.Releases.Deployments;

/// <summary>A time without deployments: once, between two local times; or every week, on days between two times of the day.</summary>
public sealed record FreezeWindow
{
    private const string DayFormat = "HH:mm";

    /// <summary>Why, for people.</summary>
    public required string Name { get; init; }

    /// <summary>The IANA name of the time zone that the times are in, for example <c>Europe/Berlin</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>Its first moment: <c>2026-12-23T18:00</c>; <c>16:00</c> for a weekly one.</summary>
    public required string From { get; init; }

    /// <summary>Its end, not included: <c>2027-01-02T06:00</c>; <c>24:00</c> is the end of the day.</summary>
    public required string To { get; init; }

    /// <summary>The days of a weekly window; empty for one that comes once.</summary>
    public IReadOnlyList<DayOfWeek> Days { get; init; } = [];

    /// <summary>staging or production; both when not given.</summary>
    public string? Environment { get; init; }

    /// <summary>Whether a moment falls into it.</summary>
    public bool Contains(DateTimeOffset moment, string environment)
    {
        if (Environment is not null && Environment != environment) return false;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Zone);
        if (Days.Count == 0) return moment >= Moments(Local(From), zone).Min() && moment < Moments(Local(To), zone).Max();
        // Weekly times are read from a clock on the wall there, which is right on the days when it jumps, too.
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        return Days.Contains(local.DayOfWeek) && local.TimeOfDay >= DayTime(From) && local.TimeOfDay < DayTime(To);
    }

    internal void Check()
    {
        TimeZoneInfo.FindSystemTimeZoneById(Zone);
        if (Environment is not (null or "staging" or "production")) throw new FormatException($"'{Name}': there is no environment '{Environment}'");
        var inOrder = Days.Count == 0 ? Local(From) < Local(To) : DayTime(From) < DayTime(To);
        if (!inOrder) throw new FormatException($"'{Name}' ends before it begins");
    }

    /// <summary>From when to when, for people.</summary>
    public override string ToString() => $"{(Days.Count == 0 ? "" : string.Join(", ", Days) + " ")}{From} to {To} {Zone}";

    // A local time that a clock skips or shows twice stands for two moments; the window is the longest that it can mean.
    private static IEnumerable<DateTimeOffset> Moments(DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsAmbiguousTime(local)) return zone.GetAmbiguousTimeOffsets(local).Select(offset => new DateTimeOffset(local, offset));
        var offsets = zone.IsInvalidTime(local) ? new[] { zone.GetUtcOffset(local.AddHours(-3)), zone.GetUtcOffset(local.AddHours(3)) } : [zone.GetUtcOffset(local)];
        return offsets.Select(offset => new DateTimeOffset(local, offset));
    }

    private DateTime Local(string text) => DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
        ? value
        : throw new FormatException($"'{Name}': '{text}' is not a local time such as 2026-12-23T18:00");

    private TimeSpan DayTime(string text) => text == "24:00" ? TimeSpan.FromDays(1)
        : TimeOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value.ToTimeSpan()
        : throw new FormatException($"'{Name}': '{text}' is not a time of day such as 16:00");
}
