using System.Xml.Linq;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Utilities.Collections;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Components;

/// <summary>Runs the tests.</summary>
public interface ITest : ICompile, IHazArtifacts
{
    /// <summary>Where the results lie.</summary>
    AbsolutePath TestResultDirectory => ArtifactsDirectory / "test-results";

    /// <summary>How many projects are tested at a time.</summary>
    int TestDegreeOfParallelism => 1;

    /// <summary>The projects with tests.</summary>
    IEnumerable<Project> TestProjects { get; }

    /// <summary>Runs the tests of all projects, also after a failure.</summary>
    Target Test => _ => _
        .Description("Runs the tests")
        .DependsOn(Compile)
        .Produces(TestResultDirectory / "*.trx")
        .Produces(TestResultDirectory / "*.xml")
        .Executes(() =>
        {
            try
            {
                DotNetTest(
                    _ => _
                        .Apply(TestSettingsBase)
                        .Apply(TestSettings)
                        .CombineWith(TestProjects, (options, x) => options.Apply(TestProjectSettingsBase, x).Apply(TestProjectSettings, x)),
                    TestDegreeOfParallelism,
                    completeOnFailure: true);
            }
            finally
            {
                ReportTestResults();
                ReportTestCount();
            }
        });

    /// <summary>What always holds.</summary>
    sealed Configure<DotNetTestSettings> TestSettingsBase => _ => _
        .SetConfiguration(Configuration)
        .SetNoBuild(SucceededTargets.Contains(Compile))
        .SetResultsDirectory(TestResultDirectory);

    /// <summary>What always holds for a project.</summary>
    sealed Configure<DotNetTestSettings, Project> TestProjectSettingsBase => (_, project) => _
        .SetProjectFile(project)
        .AddLoggers($"trx;LogFileName={project.Name}.trx");

    /// <summary>What the build adds.</summary>
    Configure<DotNetTestSettings> TestSettings => _ => _;

    /// <summary>What the build adds for a project.</summary>
    Configure<DotNetTestSettings, Project> TestProjectSettings => (options, _) => options;

    /// <summary>Tells the host about results; nothing here.</summary>
    void ReportTestResults()
    {
    }

    /// <summary>Puts the numbers of tests into the final table.</summary>
    void ReportTestCount()
    {
        var outcomes = TestResultDirectory.GlobFiles("*.trx")
            .SelectMany(x => XDocument.Load(x).Descendants().Where(y => y.Name.LocalName == "UnitTestResult"))
            .Select(x => x.Attribute("outcome")?.Value)
            .CountBy(x => x)
            .ToDictionary(x => x.Key ?? "", x => x.Value);
        ReportSummary(x =>
        {
            foreach (var (name, outcome) in new[] { ("Failed", "Failed"), ("Passed", "Passed"), ("Skipped", "NotExecuted") })
            {
                if (outcomes.TryGetValue(outcome, out var count))
                    x.AddPair(name, count);
            }

            return x;
        });
    }
}
