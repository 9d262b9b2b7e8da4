using JobSwipe.Storage;
using JobSwipe.Tools;
using ScriptHashes = System.Collections.Generic.IReadOnlyList<JobSwipe.Migrations.Rehearsals.ProvedScript>;

namespace JobSwipe.Migrations.Rehearsals;

/// <summary>What a rehearsal proved, in the object store: exactly which scripts, on what, when, and whether they passed.</summary>
/// <param name="Environment">Whose data it was.</param>
/// <param name="Scripts">The scripts, in their order.</param>
/// <param name="Finished">When it ended, UTC.</param>
/// <param name="Passed">Whether it passed.</param>
/// <param name="Report">The whole report.</param>
public sealed record RehearsalProof(string Environment, ScriptHashes Scripts, DateTimeOffset Finished, bool Passed, RehearsalReport Report)
{
    /// <summary>How old a proof may be: data and load change.</summary>
    public static readonly TimeSpan LongestAge = TimeSpan.FromHours(24);

    /// <summary>The document's format.</summary>
    public int Format { get; init; } = 1;

    /// <summary>Stores what a rehearsal found.</summary>
    /// <returns>The object's key.</returns>
    public static async Task<string> SaveAsync(IObjectStore store, string environment, RehearsalReport report, TimeProvider? time = null, CancellationToken cancellation = default)
    {
        var finished = (time ?? TimeProvider.System).GetUtcNow();
        var proof = new RehearsalProof(environment, report.Pending, finished, report.Passed, report);
        var key = $"{Folder(environment)}{finished.UtcDateTime:yyyyMMdd'T'HHmmssfff'Z'}.json";
        await store.PutTextAsync(key, Json.Write(proof), WriteCondition.IsNew, cancellation);
        return key;
    }

    /// <summary>Makes sure that exactly these scripts passed a rehearsal on this environment's data a short while ago. None needs none.</summary>
    /// <exception cref="RehearsalMissing">They did not; the message says what is wrong with the newest rehearsal.</exception>
    public static async Task RequireAsync(
        IObjectStore store, string environment, IReadOnlyList<MigrationScript> pending, TimeProvider? time = null, CancellationToken cancellation = default)
    {
        if (pending.Count == 0) return;
        var now = (time ?? TimeProvider.System).GetUtcNow();
        var wanted = pending.Select(ProvedScript.Of).ToArray();
        var keys = new List<string>();
        await foreach (var entry in store.ListAsync(Folder(environment), cancellation)) keys.Add(entry.Key);
        string? why = null;
        foreach (var key in Enumerable.Reverse(keys))
        {
            var proof = Json.Read<RehearsalProof>(await store.GetTextAsync(key, cancellation), key);
            var wrong = proof.WhyNot(wanted, now);
            if (wrong is null) return;
            why ??= wrong;
            // A failure of these very scripts is not outweighed by an older success.
            if (proof.Scripts.SequenceEqual(wanted) || now - proof.Finished > LongestAge) break;
        }
        throw new RehearsalMissing(environment, wanted.Select(script => script.Name), why ?? "there was none");
    }

    /// <summary>The newest rehearsal of an environment; null when there was none.</summary>
    public static async Task<RehearsalProof?> NewestAsync(IObjectStore store, string environment, CancellationToken cancellation = default)
    {
        string? newest = null;
        await foreach (var entry in store.ListAsync(Folder(environment), cancellation)) newest = entry.Key;
        return newest is null ? null : Json.Read<RehearsalProof>(await store.GetTextAsync(newest, cancellation), newest);
    }

    private string? WhyNot(IReadOnlyList<ProvedScript> wanted, DateTimeOffset now) =>
        !Scripts.SequenceEqual(wanted) ? $"the newest one was of other scripts ({(Scripts.Count == 0 ? "none" : string.Join(", ", Scripts.Select(script => script.Name)))}, or of other text)"
        : !Passed ? $"it did not pass: {string.Join("; ", Report.Violations)}"
        : now - Finished > LongestAge ? $"the newest one is {(now - Finished).TotalHours:0} h old"
        : null;

    private static string Folder(string environment) => $"rehearsals/{ObjectKey.Segment(environment)}/";
}

/// <summary>A script by its text.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sha256">SHA-256 of its text.</param>
/// <param name="UndoSha256">The same of its undo.</param>
public sealed record ProvedScript(string Name, string Sha256, string? UndoSha256)
{
    /// <summary>A script as it is now.</summary>
    public static ProvedScript Of(MigrationScript script) => new(script.Name, script.Sha256, script.UndoSha256);
}
