namespace JobSwipe.Migrations.Lint;

/// <summary>How much a finding matters.</summary>
public enum LintSeverity
{
    /// <summary>The rule is not asked.</summary>
    Off,

    /// <summary>Worth a look.</summary>
    Note,

    /// <summary>Will hurt sooner or later.</summary>
    Warning,

    /// <summary>Can stop the application while it is applied, or breaks the release that runs.</summary>
    Error,
}
