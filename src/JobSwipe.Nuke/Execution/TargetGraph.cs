namespace Nuke.Common.Execution;

/// <summary>Turns the delegates that targets name into edges between targets.</summary>
internal static class TargetGraph
{
    public static void Connect(IReadOnlyList<ExecutableTarget> targets)
    {
        var byFactory = new FactoryIndex(targets);
        foreach (var target in targets)
        {
            var definition = target.Definition;
            foreach (var other in All(definition.DependsOnTargets))
                target.ExecutionDependencies.Add(other);
            foreach (var other in All(definition.DependentForTargets))
                other.ExecutionDependencies.Add(target);
            foreach (var other in All(definition.AfterTargets))
                target.OrderDependencies.Add(other);
            foreach (var other in All(definition.BeforeTargets))
                other.OrderDependencies.Add(target);
            foreach (var other in All(definition.TriggersTargets))
                Trigger(target, other);
            foreach (var other in All(definition.TriggeredByTargets))
                Trigger(other, target);
            if (target.Factory is Setup && targets.SingleOrDefault(x => x.Factory is Cleanup && x.Member.DeclaringType == target.Member.DeclaringType) is { } cleanup)
                Trigger(target, cleanup);

            IEnumerable<ExecutableTarget> All(List<Delegate> factories) => factories.Select(x => Find(byFactory, x, target));
        }

        foreach (var target in targets)
        {
            foreach (var (factory, artifacts) in target.Definition.ArtifactDependencies)
            {
                var producer = Find(byFactory, factory, target);
                target.ArtifactDependencies.AddRange(producer, artifacts.Length > 0 ? artifacts : producer.ArtifactProducts);
            }
        }
    }

    private static void Trigger(ExecutableTarget first, ExecutableTarget then)
    {
        first.Triggers.Add(then);
        then.TriggerDependencies.Add(first);
    }

    private static ExecutableTarget Find(FactoryIndex byFactory, Delegate factory, ExecutableTarget target)
    {
        if (byFactory.Find(factory) is not { } found)
            throw new BadInvocationException($"Target '{target.Name}' refers to something that is not a target of this build");
        if (found == target)
            throw new BadInvocationException($"Target '{target.Name}' refers to itself");
        return found;
    }
}
