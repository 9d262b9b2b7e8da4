using JobSwipe.Migrations.Lint;

namespace JobSwipe.Releases.Inspection;

/// <summary>One way in which a delivery goes wrong.</summary>
public abstract class InspectRule
{
    /// <summary>Its name, made from the type's: <c>SleepAsHealthCheck</c> is <c>sleep-as-health-check</c>.</summary>
    public string Name => string.Concat(GetType().Name.Select((c, at) => char.IsUpper(c) ? (at > 0 ? "-" : "") + char.ToLowerInvariant(c) : $"{c}"));

    /// <summary>How much it matters.</summary>
    public virtual LintSeverity Severity => LintSeverity.Error;

    /// <summary>What happens because of it.</summary>
    public abstract string Why { get; }

    /// <summary>What to do instead.</summary>
    public abstract string Fix { get; }

    internal abstract IEnumerable<Problem> Check(InspectedFolder at);
}
