using JobSwipe.Backups.Physical;
using JobSwipe.Storage;
using JobSwipe.Tools;

namespace JobSwipe.Backups;

/// <summary>Removes backups that retention does not keep, and WAL that no base backup needs any more.</summary>
public static class Prune
{
    /// <summary>Decides, and removes when asked to.</summary>
    /// <param name="store">Where backups are.</param>
    /// <param name="policy">What is kept.</param>
    /// <param name="remove">Whether to remove; otherwise it is only said what would be.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="cancellation">Stops between two objects; what was begun is finished by the next run.</param>
    /// <exception cref="StoreRefused">The user may not delete, or an Object Lock holds.</exception>
    public static async Task<PruneReport> RunAsync(
        IObjectStore store, RetentionPolicy policy, bool remove, TimeProvider? clock = null, CancellationToken cancellation = default)
    {
        var now = (clock ?? TimeProvider.System).GetUtcNow();
        var dumps = RetentionPlan.Of(await CandidatesAsync(store, cancellation), policy, now);
        var bases = await BaseBackupCatalog.ListAsync(store, cancellation);
        var physical = RetentionPlan.Of(bases.Select(entry => new RetentionCandidate(entry.Id, entry.Manifest?.StoppedAt ?? BackupId.TimeOf(entry.Id), false, entry.Problem)), policy, now);
        var kept = bases.Where(entry => physical.Any(decision => decision.Keep && decision.Id == entry.Id)).ToArray();
        var wal = await WalCatalog.UnneededAsync(store, kept, cancellation);
        if (!remove) return new PruneReport(dumps, physical, wal.Count, false);
        foreach (var decision in dumps.Where(decision => !decision.Keep))
            await BackupCatalog.RemoveOursAsync(store, (await Backup.ReadAsync(store, decision.Id, cancellation)).Objects.Select(part => part.Name), BackupLayout.Key(decision.Id, ""), cancellation);
        foreach (var decision in physical.Where(decision => !decision.Keep))
            await BackupCatalog.RemoveOursAsync(store, [BaseBackupCatalog.Archive], BaseBackupCatalog.Key(decision.Id, ""), cancellation);
        foreach (var key in wal) await store.DeleteAsync(key, cancellation);
        await FailureRecord.ForgetAsync(store, now.AddDays(-90), cancellation);
        await Orphans.RemoveAsync(store, now, Orphans.After, cancellation);
        return new PruneReport(dumps, physical, wal.Count, true);
    }

    // A missing object shows in the list already; reading gigabytes is BackupVerify's work.
    private static async Task<IReadOnlyList<RetentionCandidate>> CandidatesAsync(IObjectStore store, CancellationToken cancellation)
    {
        var proofs = await ProofCatalog.NewestAsync(store, cancellation);
        var candidates = new List<RetentionCandidate>();
        foreach (var entry in await Backup.ListAsync(store, cancellation))
        {
            var problem = entry.Problem;
            if (problem is null && candidates.Count == 0) problem = await DamageAsync(store, entry.Manifest!, cancellation);
            var proof = proofs.GetValueOrDefault(entry.Id);
            if (problem is null && proof is { Passed: false }) problem = $"the drill of {proof.ProvedAt.UtcDateTime:yyyy-MM-dd} found it not to be what was backed up";
            candidates.Add(new RetentionCandidate(entry.Id, BackupId.TimeOf(entry.Id), proof is { Passed: true }, problem));
        }
        return candidates;
    }

    private static async Task<string?> DamageAsync(IObjectStore store, BackupManifest manifest, CancellationToken cancellation)
    {
        try
        {
            await new Streams.ArchiveReader(store, manifest, _ => { }).CheckLengthsAsync(cancellation);
            return null;
        }
        catch (BackupNotRestorable damaged)
        {
            return damaged.Problem;
        }
    }
}

/// <summary>What a prune decided.</summary>
/// <param name="Backups">Each backup, newest first.</param>
/// <param name="BaseBackups">Each base backup, newest first.</param>
/// <param name="WalPieces">How many pieces of WAL no kept base backup needs.</param>
/// <param name="Removed">Whether all that was removed.</param>
public sealed record PruneReport(IReadOnlyList<RetentionDecision> Backups, IReadOnlyList<RetentionDecision> BaseBackups, int WalPieces, bool Removed)
{
    /// <summary>Every decision as a line for people.</summary>
    public IEnumerable<string> Lines() => Backups.Concat(BaseBackups).Select(decision => $"{decision.Id}  {(decision.Keep ? "kept" : Removed ? "removed" : "would be removed")}: {decision.Why}")
        .Append($"{WalPieces} pieces of WAL {(Removed ? "removed" : "would be removed")}");
}
