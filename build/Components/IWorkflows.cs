using System;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;
using Workflows;

namespace Components;

interface IWorkflows : INukeBuild
{
    AbsolutePath WorkflowDirectory => RootDirectory / ".github" / "workflows";

    Target GenerateWorkflows => _ => _
        .Description("Write the GitHub workflows that the build's attributes declare")
        .Executes(() =>
        {
            var changes = new WorkflowFolder(WorkflowDirectory).Write(WorkflowGeneratorAttribute.Files(this));
            foreach (var change in changes) Log.Information("{Change}", change);
            ReportSummary(_ => { _["Changed"] = changes.Count.ToString(); return _; });
        });

    Target CheckWorkflows => _ => _
        .Description("Fail when a committed workflow is not what the build's attributes declare")
        .Executes(() =>
        {
            var differences = new WorkflowFolder(WorkflowDirectory).Differences(WorkflowGeneratorAttribute.Files(this));
            if (differences.Count > 0)
                throw new WorkflowsDiffer(string.Join(Environment.NewLine, differences));
        });
}
