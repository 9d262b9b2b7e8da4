using JobSwipe.Security.Gate;
using JobSwipe.Tools;

namespace JobSwipe.Security.Output;

/// <summary>The files of a gate's run: <c>findings.json</c>, <c>findings.sarif</c>, <c>security.prom</c>.</summary>
public static class SecurityFiles
{
    /// <summary>Writes them.</summary>
    /// <returns>Their paths.</returns>
    public static IReadOnlyList<string> Write(GateReport report, SecurityHistory history, string folder)
    {
        Directory.CreateDirectory(folder);
        var (json, sarif, metrics) = (Path.Combine(folder, "findings.json"), Path.Combine(folder, "findings.sarif"), Path.Combine(folder, "security.prom"));
        Json.WriteFile(json, report);
        File.WriteAllText(sarif, FindingsSarif.Write(report));
        File.WriteAllText(metrics, SecurityMetrics.Write(report, history));
        return [json, sarif, metrics];
    }

    /// <summary>Reads the last run's document.</summary>
    /// <exception cref="DeliveryError">There is none, or it is no such document.</exception>
    public static GateReport Read(string folder) =>
        Find(folder) ?? throw new DeliveryError($"There is no {Path.Combine(folder, "findings.json")}.", "Run ./build.sh SecurityGate first.");

    /// <summary>Reads the last run's document; null when there is none.</summary>
    /// <exception cref="DeliveryError">It is no such document.</exception>
    public static GateReport? Find(string folder)
    {
        var path = Path.Combine(folder, "findings.json");
        return File.Exists(path) ? Json.Read<GateReport>(File.ReadAllText(path), path) : null;
    }
}
