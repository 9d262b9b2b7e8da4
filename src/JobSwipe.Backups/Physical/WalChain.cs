namespace JobSwipe.Backups.Physical;

/// <summary>WAL without a gap, from a position on.</summary>
/// <param name="Pieces">The pieces in their order; they may overlap.</param>
/// <param name="End">The position after the last byte.</param>
/// <param name="CoveredAt">What was committed until then is in it; null without a piece.</param>
internal sealed record WalChain(IReadOnlyList<WalPiece> Pieces, ulong End, DateTimeOffset? CoveredAt)
{
    /// <summary>Follows pieces from a position as far as they go.</summary>
    /// <param name="pieces">Pieces of one system.</param>
    /// <param name="lineage">The timelines that lead to the newest one, each with the position where the next one began (<see cref="Timelines"/>).</param>
    /// <param name="timeline">The timeline of the position.</param>
    /// <param name="start">The position; its whole segment must be there.</param>
    public static WalChain From(IReadOnlyList<WalPiece> pieces, IReadOnlyList<(uint Timeline, ulong End)> lineage, uint timeline, ulong start)
    {
        var chain = new List<WalPiece>();
        var position = WalPiece.SegmentStart(start);
        foreach (var (current, end) in lineage.SkipWhile(one => one.Timeline != timeline))
        {
            foreach (var piece in pieces.Where(piece => piece.Timeline == current && piece.End > position).OrderBy(piece => piece.Start).ThenBy(piece => piece.End))
            {
                if (piece.Start > position) break;
                if (piece.End <= position || piece.Start >= end) continue;
                chain.Add(piece);
                position = piece.End;
            }
            if (position < end) break;
            // The new timeline repeats the segment in which it began.
            position = WalPiece.SegmentStart(end);
        }
        return new WalChain(chain, chain.Count == 0 ? start : chain[^1].End, chain.Count == 0 ? null : chain.Max(piece => piece.CoveredAt));
    }

    /// <summary>The gaps between pieces: where one ends and where the next one begins.</summary>
    public static IReadOnlyList<WalGap> Gaps(IEnumerable<WalPiece> pieces)
    {
        var gaps = new List<WalGap>();
        foreach (var timeline in pieces.GroupBy(piece => piece.Timeline))
        {
            WalPiece? before = null;
            foreach (var piece in timeline.OrderBy(piece => piece.Start).ThenBy(piece => piece.End))
            {
                if (before is not null && piece.Start > before.End) gaps.Add(new WalGap(before.End, piece.Start, before.CoveredAt, piece.CoveredAt));
                if (before is null || piece.End > before.End) before = piece;
            }
        }
        return gaps;
    }
}

/// <summary>WAL that is missing: no moment in it can be restored.</summary>
/// <param name="From">The position where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="After">The last moment before it.</param>
/// <param name="Before">A moment after it.</param>
public sealed record WalGap(ulong From, ulong To, DateTimeOffset After, DateTimeOffset Before)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Lsn.Write(From)} to {Lsn.Write(To)}, between {After.UtcDateTime:yyyy-MM-dd HH:mm:ss} and {Before.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC";
}
