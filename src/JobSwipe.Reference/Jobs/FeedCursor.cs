using System.Buffers.Text;
using System.Text;

namespace JobSwipe.Reference.Jobs;

/// <summary>A place in the feed: after this job. Opaque to clients.</summary>
/// <param name="CreatedAt">When the job was created; null for a job without a date, which sorts before all others.</param>
/// <param name="Id">The job.</param>
internal sealed record FeedCursor(DateTime? CreatedAt, Guid Id)
{
    public override string ToString() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{CreatedAt?.Ticks}:{Id:N}"));

    /// <summary>Reads a cursor; null when it is not one.</summary>
    public static FeedCursor? Parse(string text)
    {
        if (text.Length > 100 || !Base64Url.IsValid(text)) return null;
        if (Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split(':') is not [var ticks, var id] || !Guid.TryParseExact(id, "N", out var job)) return null;
        if (ticks.Length == 0) return new FeedCursor(null, job);
        return long.TryParse(ticks, out var number) && number is >= 0 and < 3155378975999999999 ? new FeedCursor(new DateTime(number), job) : null;
    }
}
