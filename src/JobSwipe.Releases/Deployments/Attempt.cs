using JobSwipe.Storage;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Deployments;

/// <summary>
/// A deployment under way, as it lies in the object store until its record is in the ledger. One that is found by the next deployment
/// was killed, and says how far it came.
/// </summary>
public sealed record Attempt
{
    /// <summary>What is being deployed.</summary>
    public required Release Release { get; init; }

    /// <summary>Who deploys.</summary>
    public required string Actor { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>The step that is under way.</summary>
    public required string Step { get; init; }

    /// <summary>What was done before it.</summary>
    public required IReadOnlyList<Receipt> Done { get; init; }

    /// <summary>The attempt that lies in the store; null when none does.</summary>
    public static async Task<Attempt?> FindAsync(IObjectStore store, string environment, CancellationToken cancellation = default)
    {
        try
        {
            return Json.Read<Attempt>(await store.GetTextAsync(Key(environment), cancellation), Key(environment));
        }
        catch (ObjectMissing)
        {
            return null;
        }
    }

    /// <summary>Writes it. Only the holder of the environment's lock does.</summary>
    public Task SaveAsync(IObjectStore store, string environment, CancellationToken cancellation = default) =>
        store.PutTextAsync(Key(environment), Json.Write(this), WriteCondition.None, cancellation);

    /// <summary>Removes it: the ledger says it all.</summary>
    public static Task RemoveAsync(IObjectStore store, string environment) => store.DeleteAsync(Key(environment));

    /// <summary>Brings what a killed deployment left into the ledger, and removes it.</summary>
    /// <returns>Where things stood, for people.</returns>
    public async Task<string> SettleAsync(Ledger ledger, IObjectStore store, CancellationToken cancellation = default)
    {
        var what = $"the deployment of {Release.Version} by {Actor} was interrupted";
        // Killed between its record and its end: the ledger says already how it ended.
        if (await ledger.ReadAsync(cancellation) is [.., var last] && last.Started == Started && last.Release.Artifact.Digest == Release.Artifact.Digest)
        {
            what = $"{what} after its record {last.Sequence}, by which it {(last.Outcome == DeploymentOutcome.Succeeded ? "succeeded" : $"was {last.Outcome.ToString().ToLowerInvariant()}")}";
        }
        else
        {
            await ledger.AppendAsync(ToRecord(ledger.Environment), cancellation);
            what = $"{what} at '{Step}', {Done.Count} steps done; it is recorded as interrupted";
        }
        await RemoveAsync(store, ledger.Environment);
        return what;
    }

    private DeploymentRecord ToRecord(string environment) => new()
    {
        Environment = environment,
        Release = Release,
        Outcome = DeploymentOutcome.Interrupted,
        Actor = Actor,
        Started = Started,
        Steps = [.. Done, new Receipt(Step, 0, "interrupted", Failed: true)],
    };

    private static string Key(string environment) => $"attempts/{ObjectKey.Segment(environment)}.json";
}
