namespace JobSwipe.Monitoring.Expressions;

/// <summary>Selected series, as they are written in a query and in a test's input.</summary>
/// <param name="Text">Name and label matchers.</param>
public abstract record Series(string Text)
{
    /// <summary>1 when there is no such series, otherwise nothing.</summary>
    public Expr Absent() => new($"absent({Text})");

    /// <inheritdoc/>
    public sealed override string ToString() => Text;
}

/// <summary>Series of a counter: only a rate can be had of them.</summary>
public sealed record CounterSeries(string Text) : Series(Text)
{
    /// <summary>How fast they grow, a second.</summary>
    public Expr Rate(TimeSpan window) => new($"rate({Text}[{Duration.Text(window)}])");

    /// <summary>How much they grew.</summary>
    public Expr Increase(TimeSpan window) => new($"increase({Text}[{Duration.Text(window)}])");
}

/// <summary>Series of a gauge: a rate of them would mean nothing, and cannot be written.</summary>
public sealed record GaugeSeries(string Text) : Series(Text)
{
    /// <summary>Their values now.</summary>
    public Expr Now => new(Text);

    /// <summary>How often they changed.</summary>
    public Expr Changes(TimeSpan window) => new($"changes({Text}[{Duration.Text(window)}])");

    /// <summary>The largest value of a time.</summary>
    public Expr MaxOver(TimeSpan window) => new($"max_over_time({Text}[{Duration.Text(window)}])");

    /// <summary>The smallest value of a time.</summary>
    public Expr MinOver(TimeSpan window) => new($"min_over_time({Text}[{Duration.Text(window)}])");

    /// <summary>The average of a time.</summary>
    public Expr AverageOver(TimeSpan window) => new($"avg_over_time({Text}[{Duration.Text(window)}])");

    /// <summary>Where a straight line through the values of a time leads.</summary>
    public Expr Predict(TimeSpan window, TimeSpan ahead) => new($"predict_linear({Text}[{Duration.Text(window)}], {Expr.Number(ahead.TotalSeconds)})");
}
