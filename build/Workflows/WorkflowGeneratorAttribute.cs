using System.Collections.Generic;
using System.Linq;
using Nuke.Common;
using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Workflows;

/// <summary>Knows all targets of the build, so that its workflows can be written from within a target.</summary>
sealed class WorkflowGeneratorAttribute : BuildServerConfigurationGenerationAttributeBase, IOnBuildCreated
{
    static IReadOnlyCollection<ExecutableTarget> Targets = [];

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) => Targets = executableTargets;

    /// <summary>Every workflow of the build with the text of its file.</summary>
    public static IReadOnlyDictionary<AbsolutePath, string> Files(INukeBuild build) => Files(build, Targets);

    public static IReadOnlyDictionary<AbsolutePath, string> Files(INukeBuild build, IReadOnlyCollection<ExecutableTarget> targets) =>
        GetGenerators(build).OfType<DeliveryWorkflowAttribute>().ToDictionary(workflow => workflow.ConfigurationFile, workflow => workflow.Text(targets));
}
