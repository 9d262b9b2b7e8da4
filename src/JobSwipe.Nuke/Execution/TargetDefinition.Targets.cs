using System.Reflection;

namespace Nuke.Common.Execution;

internal sealed partial class TargetDefinition
{
    public ITargetDefinition DependsOn(params Target[] targets) => Add(DependsOnTargets, targets);

    public ITargetDefinition DependsOn<T>(params Func<T, Target>[] targets) => Add(DependsOnTargets, targets);

    public ITargetDefinition TryDependsOn<T>(params Func<T, Target>[] targets) => TryAdd(DependsOnTargets, targets);

    public ITargetDefinition DependentFor(params Target[] targets) => Add(DependentForTargets, targets);

    public ITargetDefinition DependentFor<T>(params Func<T, Target>[] targets) => Add(DependentForTargets, targets);

    public ITargetDefinition TryDependentFor<T>(params Func<T, Target>[] targets) => TryAdd(DependentForTargets, targets);

    public ITargetDefinition Before(params Target[] targets) => Add(BeforeTargets, targets);

    public ITargetDefinition Before<T>(params Func<T, Target>[] targets) => Add(BeforeTargets, targets);

    public ITargetDefinition TryBefore<T>(params Func<T, Target>[] targets) => TryAdd(BeforeTargets, targets);

    public ITargetDefinition After(params Target[] targets) => Add(AfterTargets, targets);

    public ITargetDefinition After<T>(params Func<T, Target>[] targets) => Add(AfterTargets, targets);

    public ITargetDefinition TryAfter<T>(params Func<T, Target>[] targets) => TryAdd(AfterTargets, targets);

    public ITargetDefinition Triggers(params Target[] targets) => Add(TriggersTargets, targets);

    public ITargetDefinition Triggers<T>(params Func<T, Target>[] targets) => Add(TriggersTargets, targets);

    public ITargetDefinition TryTriggers<T>(params Func<T, Target>[] targets) => TryAdd(TriggersTargets, targets);

    public ITargetDefinition TriggeredBy(params Target[] targets) => Add(TriggeredByTargets, targets);

    public ITargetDefinition TriggeredBy<T>(params Func<T, Target>[] targets) => Add(TriggeredByTargets, targets);

    public ITargetDefinition TryTriggeredBy<T>(params Func<T, Target>[] targets) => TryAdd(TriggeredByTargets, targets);

    public ITargetDefinition Produces(params string[] artifacts) => Then(() => ArtifactProducts.AddRange(artifacts));

    public ITargetDefinition Consumes(params Target[] targets)
    {
        foreach (var target in targets)
            Consumes(target, []);
        return this;
    }

    public ITargetDefinition Consumes<T>(params Func<T, Target>[] targets) => Consumes(Of(targets).Cast<Target>().ToArray());

    public ITargetDefinition Consumes(Target target, params string[] artifacts) => Then(() => ArtifactDependencies.Add((target, artifacts)));

    public ITargetDefinition Consumes<T>(Func<T, Target> target, params string[] artifacts) => Consumes(target(Component<T>()), artifacts);

    public ITargetDefinition Consumes<T>(params string[] artifacts) => Consumes(Of<T>([]).Cast<Target>().Single(), artifacts);

    public ITargetDefinition DependsOnContext<T>() where T : INukeBuild
    {
        var component = Component<T>();
        DependsOnTargets.Add((Delegate)OnlyTargetOf<T>(typeof(Setup)).GetValue(component));
        BeforeTargets.Add((Delegate)OnlyTargetOf<T>(typeof(Cleanup)).GetValue(component));
        return this;
    }

    private TargetDefinition Add(List<Delegate> list, Target[] targets)
    {
        list.AddRange(targets);
        return this;
    }

    private TargetDefinition Add<T>(List<Delegate> list, Func<T, Target>[] targets)
    {
        list.AddRange(Of(targets));
        return this;
    }

    private TargetDefinition TryAdd<T>(List<Delegate> list, Func<T, Target>[] targets) => build is T ? Add(list, targets) : this;

    private List<Delegate> Of<T>(Func<T, Target>[] targets)
    {
        var component = Component<T>();
        return targets.Length > 0
            ? targets.Select(Delegate (x) => x(component)).ToList()
            : [(Delegate)OnlyTargetOf<T>(typeof(Target)).GetValue(component)];
    }

    private T Component<T>() => build is T component
        ? component
        : throw new BadInvocationException($"Target '{name}' refers to '{typeof(T).Name}', but '{build.GetType().Name}' does not implement it");

    private PropertyInfo OnlyTargetOf<T>(Type kind)
    {
        var properties = typeof(T)
            .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(x => x.PropertyType == kind)
            .ToList();
        return properties.Count == 1
            ? properties[0]
            : throw new BadInvocationException(
                $"Target '{name}' refers to '{typeof(T).Name}' as a whole, but it has {properties.Count} targets of type {kind.Name}" +
                (properties.Count > 1 ? $": {string.Join(", ", properties.Select(x => x.Name))}" : ""));
    }
}
