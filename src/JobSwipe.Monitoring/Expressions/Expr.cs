using System.Globalization;
using JobSwipe.Monitoring.Catalogue;

namespace JobSwipe.Monitoring.Expressions;

/// <summary>A PromQL expression (prometheus.io, querying basics), portable to MetricsQL.</summary>
/// <param name="Text">The expression.</param>
/// <param name="IsCompound">Whether it needs parentheses as a part of another one.</param>
public sealed record Expr(string Text, bool IsCompound = false)
{
    /// <summary>Now, as Unix time in seconds.</summary>
    public static Expr Time { get; } = new("time()");

    /// <summary>A number.</summary>
    public static implicit operator Expr(double number) => new(Number(number));

    public static Expr operator +(Expr left, Expr right) => Join(left, "+", right);
    public static Expr operator -(Expr left, Expr right) => Join(left, "-", right);
    public static Expr operator *(Expr left, Expr right) => Join(left, "*", right);
    public static Expr operator /(Expr left, Expr right) => Join(left, "/", right);
    public static Expr operator >(Expr left, Expr right) => Join(left, ">", right);
    public static Expr operator <(Expr left, Expr right) => Join(left, "<", right);

    /// <summary>Those that equal a number.</summary>
    public Expr Equal(double number) => Join(this, "==", number);

    /// <summary>1 where it is above, 0 where it is not.</summary>
    public Expr AboveAsBool(Expr other) => Join(this, "> bool", other);

    /// <summary>1 where it equals, 0 where it does not.</summary>
    public Expr EqualAsBool(double number) => Join(this, "== bool", number);

    /// <summary>Those that both have.</summary>
    public Expr And(Expr other) => Join(this, "and", other);

    /// <summary>Those of this that a one-valued other one allows, whatever its labels.</summary>
    public Expr AndOnNothing(Expr other) => Join(this, "and on()", other);

    /// <summary>Those of this, and those of the other with other labels.</summary>
    public Expr Or(Expr other) => Join(this, "or", other);

    /// <summary>One number for all.</summary>
    public Expr Sum() => Call("sum");

    /// <summary>One number for each combination of these labels.</summary>
    public Expr SumBy(params IReadOnlyList<Label> labels) => By("sum", labels);

    /// <summary>The largest for each combination of these labels.</summary>
    public Expr MaxBy(params IReadOnlyList<Label> labels) => By("max", labels);

    /// <summary>The average for each combination of these labels.</summary>
    public Expr AverageBy(params IReadOnlyList<Label> labels) => By("avg", labels);

    /// <summary>The largest.</summary>
    public Expr Max() => Call("max");

    /// <summary>The smallest.</summary>
    public Expr Min() => Call("min");

    /// <summary>How many there are.</summary>
    public Expr Count() => Call("count");

    /// <summary>Without its sign.</summary>
    public Expr Absolute() => Call("abs");

    /// <summary>1 when there is no such series, otherwise nothing.</summary>
    public Expr Absent() => Call("absent");

    /// <summary>As a share of a hundred.</summary>
    public Expr Percent() => Join(this, "*", 100);

    /// <summary>An aggregate of this expression over time, evaluated again at every step.</summary>
    public Expr OverTime(string function, TimeSpan window, TimeSpan step) => new($"{function}_over_time({Inner}[{Duration.Text(window)}:{Duration.Text(step)}])");

    /// <summary>The value that a share of a histogram stays below.</summary>
    public static Expr Quantile(double share, Expr buckets) => new($"histogram_quantile({Number(share)}, {buckets.Text})");

    /// <inheritdoc/>
    public override string ToString() => Text;

    private string Inner => IsCompound ? $"({Text})" : Text;

    private Expr Call(string function) => new($"{function}({Text})");

    private Expr By(string function, IReadOnlyList<Label> labels) => new($"{function} by ({string.Join(", ", labels)}) ({Text})");

    private static Expr Join(Expr left, string sign, Expr right) => new($"{left.Inner} {sign} {right.Inner}", true);

    internal static string Number(double number) => number.ToString("0.##########", CultureInfo.InvariantCulture);
}
