using System.Text.Json;
using JobSwipe.Tools;

namespace JobSwipe.Security;

/// <summary>Where scanners leave what they found, for the gate: one <c>&lt;name&gt;.result.json</c> each.</summary>
/// <param name="path">The folder.</param>
/// <param name="root">The repository's folder: findings are named from there, or their fingerprints would know where a clone lies; null leaves paths as they are.</param>
public sealed class ScanFolder(string path, string? root = null)
{
    /// <summary>Keeps a result; the last one counts.</summary>
    public ScanResult Keep(ScanResult result)
    {
        var kept = result with { At = result.At == default ? DateTimeOffset.UtcNow : result.At, Found = [.. result.Found.Select(finding => finding with { Path = FromRoot(finding.Path) })] };
        Json.WriteFile(Path.Combine(path, result.Tool + ".result.json"), kept);
        return kept;
    }

    /// <summary>Runs scanners beside each other, no more than there are processors, and keeps what they say.</summary>
    /// <param name="scanners">They are known by their names, of which each may come once.</param>
    /// <param name="cancellation">Ends them.</param>
    /// <param name="installing">Told what is installed first; null installs nothing.</param>
    public async Task<IReadOnlyList<ScanResult>> RunAsync(IReadOnlyList<Scanner> scanners, CancellationToken cancellation = default, Action<string>? installing = null)
    {
        var results = new ScanResult[scanners.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, scanners.Count), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation },
            async (index, token) => results[index] = Keep(await scanners[index].RunAsync(path, token, installing)));
        return results;
    }

    /// <summary>Every result that lies there. One that cannot be read is a scanner that broke.</summary>
    public IReadOnlyList<ScanResult> Read()
    {
        if (!Directory.Exists(path)) return [];
        return [.. Directory.EnumerateFiles(path, "*.result.json").Order(StringComparer.Ordinal).Select(Read)];
    }

    private string FromRoot(string file) =>
        root is not null && file.StartsWith(root.TrimEnd('/') + "/", StringComparison.Ordinal) ? file[(root.TrimEnd('/').Length + 1)..] : file;

    private static ScanResult Read(string file)
    {
        var tool = Path.GetFileName(file)[..^".result.json".Length];
        try
        {
            // In a stream: the whole text of many findings would be held beside them.
            using var stream = File.OpenRead(file);
            return JsonSerializer.Deserialize<ScanResult>(stream, Json.Options) ?? ScanResult.Broken(tool, $"{file} holds nothing");
        }
        catch (JsonException exception)
        {
            return ScanResult.Broken(tool, $"{file} cannot be read: {exception.Message}");
        }
    }
}
