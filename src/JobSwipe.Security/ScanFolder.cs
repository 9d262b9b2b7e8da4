using System.Text.Json;
using JobSwipe.Tools;

namespace JobSwipe.Security;

/// <summary>Where scanners leave what they found, for the gate: one <c>&lt;name&gt;.result.json</c> each.</summary>
/// <param name="path">The folder.</param>
/// <param name="root">The repository's folder: findings are named from there, or their fingerprints would know where a clone lies; null leaves paths as they are.</param>
public sealed class ScanFolder(string path, string? root = null)
{
    /// <summary>How long a result may serve again, well within what the gate takes for fresh.</summary>
    private static readonly TimeSpan Reusable = TimeSpan.FromHours(12);

    /// <summary>Keeps a result; the last one counts.</summary>
    public ScanResult Keep(ScanResult result)
    {
        var kept = result with { At = result.At == default ? DateTimeOffset.UtcNow : result.At, Found = [.. result.Found.Select(finding => finding with { Path = FromRoot(finding.Path) })] };
        Json.WriteFile(FileOf(result.Tool), kept);
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
            async (index, token) => results[index] = await RunAsync(scanners[index], installing, token));
        return results;
    }

    private async Task<ScanResult> RunAsync(Scanner scanner, Action<string>? installing, CancellationToken cancellation)
    {
        var inputs = await scanner.InputsAsync(cancellation);
        if (inputs is not null && File.Exists(FileOf(scanner.Name)) && Read(FileOf(scanner.Name)) is { Ran: true } former && former.Inputs == inputs && DateTimeOffset.UtcNow - former.At < Reusable)
            return former with { Detail = $"{former.Detail}; nothing has changed since {former.At:HH:mm} UTC, so it was not scanned again" };
        return Keep(await scanner.RunAsync(path, cancellation, installing) with { Inputs = inputs });
    }

    private string FileOf(string name) => Path.Combine(path, name + ".result.json");

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
