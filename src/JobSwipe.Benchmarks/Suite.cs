using System.Text.Json;

namespace JobSwipe.Benchmarks;

/// <summary>Measurements that belong together.</summary>
/// <param name="Name">Their name, and that of their file.</param>
/// <param name="Measurements">The measurements.</param>
public sealed record Suite(string Name, IReadOnlyList<Measurement> Measurements)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes the suite as a list of objects with name, ours, peer, ratio, limit, unit and runs.</summary>
    /// <returns>The file.</returns>
    public string Save(string folder)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{Name}.json");
        File.WriteAllText(file, JsonSerializer.Serialize(Measurements.Select(item => new
        {
            item.Name,
            Ours = Math.Round(item.Ours, 4),
            Peer = Math.Round(item.Peer, 4),
            Ratio = Math.Round(item.Ratio, 3),
            item.Limit,
            item.Unit,
            item.Runs,
        }), Format) + "\n");
        return file;
    }

    /// <summary>The measurements as a table for people.</summary>
    public IEnumerable<string> Table()
    {
        var width = Measurements.Max(item => item.Name.Length);
        yield return $"{"".PadRight(width)} {"ours",9} {"peer",9} {"",2} {"ratio",6} {"limit",6}";
        foreach (var item in Measurements)
            yield return $"{item.Name.PadRight(width)} {item.Ours,9:0.000} {item.Peer,9:0.000} {item.Unit,-2} {item.Ratio,6:0.00} {item.Limit,6:0.00}{(item.IsKept ? "" : "  above its limit")}";
    }

    /// <exception cref="LimitMissed">A ratio is above its limit.</exception>
    public void RequireLimits()
    {
        var missed = Measurements.Where(item => !item.IsKept).ToList();
        if (missed.Count > 0) throw new LimitMissed(missed);
    }
}
