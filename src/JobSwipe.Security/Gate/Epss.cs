using System.IO.Compression;

namespace JobSwipe.Security.Gate;

/// <summary>A snapshot of FIRST's exploit prediction scores (first.org/epss/data_stats, CSV, may be gzipped). They rank; they decide nothing.</summary>
/// <param name="Scores">Probability of exploitation within 30 days, 0 to 1, by CVE.</param>
/// <param name="Date">When they were made, UTC; null without a snapshot.</param>
public sealed record Epss(IReadOnlyDictionary<string, double> Scores, DateTimeOffset? Date)
{
    // Far above the real file's 20 MB; a bomb ends here.
    private const int MostLines = 2_000_000;

    /// <summary>Nothing is known.</summary>
    public static Epss None { get; } = new(new Dictionary<string, double>(), null);

    /// <summary>Reads the scores of the vulnerabilities asked for; nothing is known when there is no file.</summary>
    /// <exception cref="ReportInvalid">It is no such file.</exception>
    public static Epss Load(string path, IReadOnlySet<string> wanted)
    {
        if (!File.Exists(path)) return None;
        try
        {
            using var file = File.OpenRead(path);
            using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
            var date = reader.ReadLine()?.Split("score_date:") is [_, var at] && DateTimeOffset.TryParse(at, out var when) ? when : throw new ReportInvalid("EPSS", "its first line has no score_date");
            if (reader.ReadLine() != "cve,epss,percentile") throw new ReportInvalid("EPSS", "its columns are not cve, epss, percentile");
            var scores = new Dictionary<string, double>();
            for (var count = 0; reader.ReadLine() is { } line; count++)
            {
                if (count > MostLines) throw new ReportInvalid("EPSS", $"it has more than {MostLines} lines");
                if (line.Split(',') is not [var cve, var text, _] || !double.TryParse(text, out var score)) throw new ReportInvalid("EPSS", $"line {count + 3} has not three columns");
                if (wanted.Contains(cve)) scores[cve] = score;
            }
            return new Epss(scores, date);
        }
        catch (InvalidDataException exception)
        {
            throw new ReportInvalid("EPSS", exception.Message);
        }
    }
}
