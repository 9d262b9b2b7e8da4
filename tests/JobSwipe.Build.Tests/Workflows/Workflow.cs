using System.Text.Json.Nodes;

namespace JobSwipe.Build.Tests.Workflows;

/// <summary>Ways into a workflow that was read.</summary>
internal static class Workflow
{
    public static IEnumerable<(string Name, JsonObject Job)> Jobs(JsonObject workflow) => workflow["jobs"]!.AsObject().Select(job => (job.Key, job.Value!.AsObject()));

    public static IEnumerable<JsonObject> Steps(JsonObject workflow) => Jobs(workflow).SelectMany(job => Steps(job.Job, "steps"));

    public static IEnumerable<JsonObject> Steps(JsonObject job, string key) => job[key]!.AsArray().Select(step => step!.AsObject());

    public static bool Uses(JsonObject step, string action) => step["uses"]?.ToString().StartsWith(action + "@", StringComparison.Ordinal) == true;

    public static IReadOnlyList<string> Needs(JsonObject job) => [.. job["needs"]?.AsArray().Select(need => need!.ToString()) ?? []];
}
