using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>Collects what a target says about itself.</summary>
internal sealed partial class TargetDefinition(string name, INukeBuild build, Stack<PropertyInfo> overridden) : ITargetDefinition
{
    public string Text { get; private set; }

    public List<Action> Actions { get; } = [];

    public List<Delegate> DependsOnTargets { get; } = [];

    public List<Delegate> DependentForTargets { get; } = [];

    public List<Delegate> BeforeTargets { get; } = [];

    public List<Delegate> AfterTargets { get; } = [];

    public List<Delegate> TriggersTargets { get; } = [];

    public List<Delegate> TriggeredByTargets { get; } = [];

    public List<(string, Func<bool>)> DynamicConditions { get; } = [];

    public List<(string, Func<bool>)> StaticConditions { get; } = [];

    public List<LambdaExpression> DelegateRequirements { get; } = [];

    public List<ToolRequirement> ToolRequirements { get; } = [];

    public List<string> ArtifactProducts { get; } = [];

    public List<(Delegate Target, string[] Artifacts)> ArtifactDependencies { get; } = [];

    public DependencyBehavior DependencyBehavior { get; private set; }

    public bool IsAssuredAfterFailure { get; private set; }

    public bool IsProceedAfterFailure { get; private set; }

    public bool IsUnlisted { get; private set; }

    public int? PartitionSize { get; private set; }

    public ITargetDefinition Description(string description) => Then(() => Text = description);

    public ITargetDefinition Executes(params Action[] actions) => Then(() => Actions.AddRange(actions));

    public ITargetDefinition Executes<T>(Func<T> action) => Then(() => Actions.Add(() => action()));

    public ITargetDefinition Executes(Func<Task> action) => Then(() => Actions.Add(() => action().GetAwaiter().GetResult()));

    public ITargetDefinition OnlyWhenDynamic(Func<bool> condition, string conditionExpression) =>
        Then(() => DynamicConditions.Add((ConditionText(conditionExpression), condition)));

    public ITargetDefinition OnlyWhenStatic(Func<bool> condition, string conditionExpression) =>
        Then(() => StaticConditions.Add((ConditionText(conditionExpression), condition)));

    public ITargetDefinition Requires<T>(Expression<Func<T>> parameterRequirement, params Expression<Func<T>>[] parameterRequirements)
        where T : class =>
        Then(() => DelegateRequirements.AddRange(parameterRequirements.Prepend(parameterRequirement)));

    public ITargetDefinition Requires<T>(Expression<Func<T?>> parameterRequirement, params Expression<Func<T?>>[] parameterRequirements)
        where T : struct =>
        // Not in here: what is generic over a value type is compiled on every start.
        Required(parameterRequirement, parameterRequirements);

    public ITargetDefinition Requires(Expression<Func<bool>> requirement, params Expression<Func<bool>>[] requirements) =>
        Then(() => DelegateRequirements.AddRange(requirements.Prepend(requirement)));

    public ITargetDefinition Requires<T>() where T : IRequireTool => Then(() => ToolRequirements.Add(ToolRequirementOf.Type(typeof(T), null)));

    public ITargetDefinition Requires<T>(string version) where T : IRequireToolWithVersion =>
        Then(() => ToolRequirements.Add(ToolRequirementOf.Type(typeof(T), version)));

    public ITargetDefinition Requires(Expression<Func<Tool>> tool, params Expression<Func<Tool>>[] tools) =>
        Then(() => DelegateRequirements.AddRange(tools.Prepend(tool)));

    public ITargetDefinition WhenSkipped(DependencyBehavior dependencyBehavior) => Then(() => DependencyBehavior = dependencyBehavior);

    public ITargetDefinition AssuredAfterFailure() => Then(() => IsAssuredAfterFailure = true);

    public ITargetDefinition ProceedAfterFailure() => Then(() => IsProceedAfterFailure = true);

    public ITargetDefinition Unlisted() => Then(() => IsUnlisted = true);

    public ITargetDefinition Partition(int size)
    {
        Assert.True(size > 1, $"Target '{name}' cannot be split into {size} part(s)");
        return Then(() => PartitionSize = size);
    }

    public ITargetDefinition Base()
    {
        Assert.True(
            overridden.Count > 0,
            $"Target '{name}' overrides no target of a base class. For the default implementation of a component, use Inherit<T>");
        return Inherit(NonVirtual.Get<Target>(overridden.Pop(), build));
    }

    public ITargetDefinition Inherit(params Target[] targets)
    {
        foreach (var target in targets)
            target(this);
        return this;
    }

    public ITargetDefinition Inherit<T>(params Expression<Func<T, Target>>[] targets)
    {
        var properties = targets.Length > 0
            ? targets.Select(x => (PropertyInfo)MemberExpressions.Member(x))
            : [OnlyTargetOf<T>(typeof(Target))];
        return Inherit(properties.Select(x => NonVirtual.Get<Target>(x, build)).ToArray());
    }

    private static string ConditionText(string expression)
    {
        var text = (expression ?? "condition").TrimWhitespaces();
        return text.StartsWith("() =>", StringComparison.Ordinal) ? text["() =>".Length..].Trim() : text;
    }

    private ITargetDefinition Required(LambdaExpression first, LambdaExpression[] others) => Then(() => DelegateRequirements.AddRange(others.Prepend(first)));

    private ITargetDefinition Then(Action change)
    {
        change();
        return this;
    }
}
