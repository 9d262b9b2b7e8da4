namespace JobSwipe.Backups;

/// <summary>Progress with its rate and the time left, as a line for people.</summary>
public static class BackupRate
{
    /// <summary>Writes it. An estimate that has been passed tells nothing any more.</summary>
    public static string Line(BackupProgress progress, TimeSpan elapsed, string verb)
    {
        var done = progress.PlainBytes > 0 ? progress.PlainBytes : progress.StoredBytes;
        var rate = elapsed.TotalSeconds > 0 ? done / elapsed.TotalSeconds : 0;
        var line = $"{done / 1e6:0} MB {verb}, {rate / 1e6:0.0} MB/s";
        if (progress.EstimatedBytes <= done || rate <= 0) return line;
        return $"{line}, {100.0 * done / progress.EstimatedBytes:0} %, about {(progress.EstimatedBytes - done) / rate:0} s left";
    }
}
