using System.Security.Cryptography;
using System.Text;

namespace JobSwipe.Benchmarks;

/// <summary>
/// 330,000 job postings as COPY's text. Bodies are two stretches of one text of 262,144 words out of 4,096, the frequent ones more often: near repetitions
/// are few and far ones many, as between postings of the same companies.
/// </summary>
public static class BackupsSuiteRows
{
    private const int Rows = 330_000;
    private const int Stretch = 70;

    /// <summary>Writes them, the same ones every time.</summary>
    public static void Write(string file)
    {
        var random = new Random(42);
        var vocabulary = Enumerable.Range(0, 4096).Select(i => Hash($"{i}v")[..(3 + i % 8)]).ToArray();
        var words = Enumerable.Range(0, 1 << 18).Select(_ => vocabulary[(int)(4095 * Math.Pow(random.NextDouble(), 2))]).ToArray();
        using var writer = new StreamWriter(file, false, new UTF8Encoding(false), 1 << 20);
        for (var i = 1; i <= Rows; i++)
        {
            var hash = Hash($"{i}");
            var (one, two) = (random.Next(words.Length - 160), random.Next(words.Length - 160));
            var body = string.Join(' ', words[one..(one + Stretch)].Concat(words[two..(two + Stretch)]));
            var meta = $$"""{"skills":["{{hash[..6]}}","{{hash[6..12]}}"],"salary":{"min":{{random.Next(90_000)}},"max":{{random.Next(190_000)}},"currency":"USD"},"remote":{{(i % 3 == 0 ? "true" : "false")}},"source_url":"https://jobs.example.com/{{hash}}"}""";
            writer.Write($"{random.Next(5000)}\tEngineer {i % 977} {hash[..10]}\t{body}\t{meta}\t2025-{1 + i % 12:00}-{1 + i % 28:00} 10:00:{i % 60:00}+00\n");
        }
    }

    // Only to get the same digits every time.
#pragma warning disable CA5351
    private static string Hash(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
}
