namespace JobSwipe.Reports;

/// <summary>One part of the report: figures, plots and tables about one matter.</summary>
/// <param name="Id">Its anchor in the page.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Summary">One sentence: how things stand, or how to get data when there is none.</param>
public sealed record Section(string Id, string Title, string Summary)
{
    /// <summary>Numbers to see at once.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>Pictures of numbers; each is followed by its values as a table for those who cannot see it.</summary>
    public IReadOnlyList<Plot> Plots { get; init; } = [];

    /// <summary>What is listed.</summary>
    public IReadOnlyList<Table> Tables { get; init; } = [];
}

/// <summary>A number with its goal.</summary>
/// <param name="Name">What it measures.</param>
/// <param name="Value">The number with its unit; <c>—</c> when it is not known.</param>
/// <param name="Goal">What it should be; null without a goal.</param>
/// <param name="IsMet">Whether it is; null when nobody can say.</param>
public sealed record Figure(string Name, string Value, string? Goal = null, bool? IsMet = null)
{
    /// <summary>What it was in the span of time before; null when that is not asked.</summary>
    public string? Before { get; init; }
}

/// <summary>Values over labels, as bars.</summary>
/// <param name="Title">What it shows, with the unit.</param>
/// <param name="Labels">One for each value.</param>
/// <param name="Series">One, or several side by side.</param>
public sealed record Plot(string Title, IReadOnlyList<string> Labels, params IReadOnlyList<Series> Series);

/// <summary>The values of one kind.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Values">One for each label; null where there is none.</param>
public sealed record Series(string Name, IReadOnlyList<double?> Values);

/// <summary>Rows of text.</summary>
/// <param name="Caption">What is listed.</param>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">The rows, as many cells each as there are columns.</param>
public sealed record Table(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>How many rows were left out.</summary>
    public int Hidden { get; init; }

    /// <summary>Where each row's first cell leads; null, or a null in it, leads nowhere.</summary>
    public IReadOnlyList<string?>? Links { get; init; }

    /// <summary>Whether a box above it filters the rows by their words.</summary>
    public bool CanFilter { get; init; }
}
