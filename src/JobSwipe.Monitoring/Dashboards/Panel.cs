using JobSwipe.Monitoring.Expressions;

namespace JobSwipe.Monitoring.Dashboards;

/// <summary>What a number is; Grafana's names of units (grafana/data, valueFormats/categories).</summary>
public sealed record Unit(string Name, double? Max = null)
{
    /// <summary>0 to 1, shown as a percentage.</summary>
    public static Unit Ratio { get; } = new("percentunit", 1);

    /// <summary>A share that may be above 1 or below 0, shown as a percentage.</summary>
    public static Unit Share { get; } = new("percentunit");

    /// <summary>0 to 100.</summary>
    public static Unit Percent { get; } = new("percent", 100);

    /// <summary>Seconds.</summary>
    public static Unit Seconds { get; } = new("s");

    /// <summary>Bytes, in powers of 1024.</summary>
    public static Unit Bytes { get; } = new("bytes");

    /// <summary>Bytes a second.</summary>
    public static Unit BytesPerSecond { get; } = new("Bps");

    /// <summary>Requests a second.</summary>
    public static Unit RequestsPerSecond { get; } = new("reqps");

    /// <summary>Events a minute.</summary>
    public static Unit PerMinute { get; } = new("opm");

    /// <summary>Just a number.</summary>
    public static Unit Count { get; } = new("short");
}

/// <summary>A query and the name of its lines.</summary>
public sealed record Query(Expr Value, string Legend);

/// <summary>A plot, or a number.</summary>
public sealed record Panel(string Title, Unit Unit, params IReadOnlyList<Query> Queries)
{
    /// <summary>Whether it is a number of now instead of a plot.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Columns of 24.</summary>
    public int Width => IsNumber ? 4 : 12;

    /// <summary>Rows of 30 pixels.</summary>
    public int Height => IsNumber ? 4 : 8;

    /// <summary>What it tells.</summary>
    public string? Description { get; init; }
}

/// <summary>Panels on one page.</summary>
public sealed record Dashboard(string Uid, string Title, string Description, IReadOnlyList<Panel> Panels);
