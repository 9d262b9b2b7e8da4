namespace JobSwipe.Migrations;

/// <summary>What the journal and the scripts at hand say of a database.</summary>
public sealed record MigrationStatus
{
    /// <summary>What ran, oldest first.</summary>
    public required IReadOnlyList<JournalEntry> Applied { get; init; }

    /// <summary>What a run would apply, in its order; repeatable scripts whose text changed are among them.</summary>
    public required IReadOnlyList<string> Pending { get; init; }

    /// <summary>Scripts whose text is not any more what ran.</summary>
    public required IReadOnlyList<string> Changed { get; init; }

    /// <summary>What ran and is not among the scripts. A repeatable script may go.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Scripts that did not run, with a lower number than one that did.</summary>
    public required IReadOnlyList<string> OutOfOrder { get; init; }

    /// <summary>Scripts or undos without a transaction that did not come to their end.</summary>
    public required IReadOnlyList<string> Interrupted { get; init; }

    /// <summary>The newest applied script that has a number; null when there is none.</summary>
    public string? Head => Applied.LastOrDefault(entry => !entry.IsRepeatable)?.Script;

    /// <summary>Whether a run would be refused.</summary>
    public bool Disagrees => Changed.Count + Missing.Count + OutOfOrder.Count > 0;

    internal static MigrationStatus Of(IReadOnlyList<MigrationScript> scripts, IReadOnlyList<JournalEntry> entries)
    {
        var byName = scripts.ToDictionary(script => script.Name);
        var applied = entries.Where(entry => entry.Outcome == JournalOutcome.Applied).ToArray();
        var current = applied.Where(entry => !entry.IsRepeatable || IsUnchanged(entry)).Select(entry => entry.Script).ToHashSet();
        var touched = entries.Select(entry => entry.Script).ToHashSet();
        var last = applied.Select(entry => byName.TryGetValue(entry.Script, out var script) && !script.IsRepeatable ? script.Number : 0).DefaultIfEmpty().Max();
        return new MigrationStatus
        {
            Applied = applied,
            Pending = [.. scripts.Where(script => !current.Contains(script.Name)).Select(script => script.Name)],
            Changed = [.. applied.Where(entry => !entry.IsRepeatable && byName.ContainsKey(entry.Script) && !IsUnchanged(entry)).Select(entry => entry.Script)],
            Missing = [.. entries.Where(entry => !entry.IsRepeatable && !byName.ContainsKey(entry.Script)).Select(entry => entry.Script)],
            OutOfOrder = [.. scripts.Where(script => !touched.Contains(script.Name) && script.Number < last).Select(script => script.Name)],
            Interrupted = [.. entries.Where(entry => entry.Outcome != JournalOutcome.Applied).Select(entry => entry.Script)],
        };

        bool IsUnchanged(JournalEntry entry) => byName.TryGetValue(entry.Script, out var script) && script.Sha256 == entry.Sha256;
    }

    internal void ThrowIfDisagrees()
    {
        if (!Disagrees) return;
        throw new JournalDisagrees([
            .. Changed.Select(name => $"changed: {name} is not any more what ran"),
            .. Missing.Select(name => $"missing: {name} ran and is not there"),
            .. OutOfOrder.Select(name => $"out of order: {name} did not run, but a later one did")]);
    }
}
