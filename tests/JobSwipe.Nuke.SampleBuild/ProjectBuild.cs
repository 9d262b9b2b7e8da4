using Nuke.Common;
using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.Git;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Serilog;

/// <summary>A build whose members get their values from attributes.</summary>
[SayWhatWasReported]
internal sealed class ProjectBuild : NukeBuild
{
    [Solution] private readonly Solution _solution = null;
    [GitRepository] private readonly GitRepository _repository = null;
    [PathVariable("sh")] private readonly Tool _shell = null;
    [LocalPath("tool.sh")] private readonly Tool _tool = null;
    [Partition(3)] private readonly Partition Part = null;

    public Target Describe => _ => _
        .Executes(() =>
        {
            Log.Information("solution {Name}: {Projects}", _solution?.Name, string.Join(", ", _solution?.AllProjects.Select(x => x.Name) ?? []));
            Log.Information("branch {Branch} of {Remote}, commit {Commit}", _repository?.Branch, _repository?.HttpsUrl, _repository?.Commit);
            Log.Information("part {Part}", Part);
            _shell("-c \"echo from the shell\"");
            _tool?.Invoke("");
            ReportSummary(_ => new Dictionary<string, string> { ["Projects"] = $"{_solution?.AllProjects.Count}" });
        });
}

internal sealed class SayWhatWasReportedAttribute : BuildExtensionAttributeBase, IOnTargetSummaryUpdated
{
    public void OnTargetSummaryUpdated(INukeBuild build, ExecutableTarget target) =>
        Log.Information("{Target} reported {Keys}", target.Name, string.Join(", ", target.SummaryInformation.Keys));
}
