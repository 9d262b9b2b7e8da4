using System.Diagnostics;
using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Execution;

/// <summary>A target of a build, with its place among the others and how it went.</summary>
[DebuggerDisplay("{Name} {Status}")]
public class ExecutableTarget
{
    /// <summary>Its name.</summary>
    public string Name { get; set; }

    /// <summary>The property that declares it.</summary>
    public MemberInfo Member { get; set; }

    /// <summary>The delegate that defines it.</summary>
    public Delegate Factory { get; set; }

    /// <summary>One line about it, or null.</summary>
    public string Description { get; set; }

    /// <summary>Whether <c>--help</c> shows it.</summary>
    public bool Listed { get; set; } = true;

    /// <summary>Whether it is executed when no target is named.</summary>
    public bool IsDefault { get; set; }

    /// <summary>Whether it was named, or is a default target and none was.</summary>
    public bool Invoked { get; set; }

    /// <summary>Where it stands.</summary>
    public ExecutionStatus Status { get; set; }

    /// <summary>How long it ran.</summary>
    public TimeSpan Duration => Stopwatch.Elapsed;

    /// <summary>Why it was skipped, or null.</summary>
    public string Skipped { get; set; }

    /// <summary>The condition because of which it was skipped, or null.</summary>
    public string OnlyWhen { get; set; }

    /// <summary>What it reported for the final table.</summary>
    public Dictionary<string, string> SummaryInformation { get; } = [];

    /// <summary>Checked when its turn comes.</summary>
    public List<(string Text, Func<bool> Delegate)> DynamicConditions { get; internal init; } = [];

    /// <summary>Checked at the start.</summary>
    public List<(string Text, Func<bool> Delegate)> StaticConditions { get; internal init; } = [];

    /// <summary>Parameters and conditions without which the build does not start.</summary>
    public List<LambdaExpression> DelegateRequirements { get; internal init; } = [];

    /// <summary>Tools without which the build does not start.</summary>
    public List<ToolRequirement> ToolRequirements { get; internal init; } = [];

    /// <summary>What it does.</summary>
    public List<Action> Actions { get; internal init; } = [];

    /// <summary>Targets that must have succeeded before.</summary>
    public List<ExecutableTarget> ExecutionDependencies { get; } = [];

    /// <summary>Targets that come first if they are executed at all.</summary>
    public List<ExecutableTarget> OrderDependencies { get; } = [];

    /// <summary>Targets that trigger this one.</summary>
    public List<ExecutableTarget> TriggerDependencies { get; } = [];

    /// <summary>Targets that this one triggers.</summary>
    public List<ExecutableTarget> Triggers { get; } = [];

    /// <summary>All targets that come first.</summary>
    public IReadOnlyCollection<ExecutableTarget> AllDependencies =>
        ExecutionDependencies.Concat(OrderDependencies).Concat(TriggerDependencies).Distinct().ToList();

    /// <summary>What happens to its dependencies when it is skipped.</summary>
    public DependencyBehavior DependencyBehavior { get; internal init; }

    /// <summary>Whether others go on when it fails.</summary>
    public bool ProceedAfterFailure { get; internal init; }

    /// <summary>Whether it is executed also after a failure.</summary>
    public bool AssuredAfterFailure { get; internal init; }

    /// <summary>Files it leaves behind.</summary>
    public List<string> ArtifactProducts { get; internal init; } = [];

    /// <summary>Files it needs, by the target that leaves them.</summary>
    public LookupTable<ExecutableTarget, string> ArtifactDependencies { get; } = [];

    /// <summary>In how many parts it can be split.</summary>
    public int? PartitionSize { get; set; }

    internal TargetDefinition Definition { get; init; }

    internal int Index { get; set; }

    internal Stopwatch Stopwatch { get; } = new();

    internal bool HasRun => Status is ExecutionStatus.Succeeded or ExecutionStatus.Failed or ExecutionStatus.Aborted or ExecutionStatus.Running;

    internal Exception Failure { get; set; }

    internal void Report(Dictionary<string, string> information)
    {
        lock (SummaryInformation)
        {
            foreach (var (key, value) in information)
                SummaryInformation[key] = value;
        }
    }
}
