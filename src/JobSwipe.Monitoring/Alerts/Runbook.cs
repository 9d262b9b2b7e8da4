namespace JobSwipe.Monitoring.Alerts;

/// <summary>What somebody does who was woken by an alert. What is code in it is a command that a test runs; what only a person can do is said in words, as by hand.</summary>
/// <param name="Meaning">What is the case.</param>
/// <param name="Impact">Who suffers, and how.</param>
/// <param name="Look">What to look at first, and what it tells.</param>
/// <param name="Fix">What mends it.</param>
/// <param name="Rollback">How to take the fix, or the release, back.</param>
public sealed record Runbook(string Meaning, string Impact, IReadOnlyList<string> Look, IReadOnlyList<string> Fix, string Rollback)
{
    /// <summary>A release is taken back like this, whatever it broke.</summary>
    public const string ToFormerRelease = "`./build.sh Rollback --delivery-environment production --reason \"…\"` puts the last good release back; the ledger says which (`./build.sh Releases`).";

    /// <summary>Nothing was changed that could be taken back.</summary>
    public const string NothingToTakeBack = "Nothing here changes the release or the data; there is nothing to take back.";
}
