using Nuke.Common.Parameters;

namespace Nuke.Common.Execution;

/// <summary>Decides which targets are executed and in what order.</summary>
internal static class ExecutionPlanner
{
    /// <summary>The targets to execute, each after all it depends on; among equals, in NUKE's order.</summary>
    public static List<ExecutableTarget> Plan(IReadOnlyList<ExecutableTarget> targets, IReadOnlyList<string> invoked)
    {
        var roots = invoked is null ? targets.Where(x => x.IsDefault).ToList() : invoked.Select(x => Named(targets, x)).Distinct().ToList();
        foreach (var root in roots)
            root.Invoked = true;

        var order = Order(targets);
        var needed = Closure(roots);
        var plan = order.Where(needed.Contains).ToList();
        foreach (var target in plan)
            target.Status = ExecutionStatus.Scheduled;
        return plan;
    }

    /// <summary>The targets with all that they need or trigger.</summary>
    public static HashSet<ExecutableTarget> Closure(IEnumerable<ExecutableTarget> roots)
    {
        var needed = new HashSet<ExecutableTarget>();
        var open = new Stack<ExecutableTarget>(roots);
        while (open.TryPop(out var target))
        {
            if (!needed.Add(target))
                continue;
            foreach (var next in target.ExecutionDependencies.Concat(target.Triggers))
                open.Push(next);
        }

        return needed;
    }

    public static ExecutableTarget Named(IReadOnlyList<ExecutableTarget> targets, string name)
    {
        var plain = ParameterName.Normalize(name);
        return targets.FirstOrDefault(x => ParameterName.Normalize(x.Name) == plain) ?? throw Unknown(targets, name);
    }

    private static BadInvocationException Unknown(IReadOnlyList<ExecutableTarget> targets, string name)
    {
        var names = targets.Where(x => x.Listed).Select(x => x.Name).Order(StringComparer.Ordinal).ToList();
        var hint = ParameterName.Nearest(name, names) is { } nearest ? $" Did you mean '{nearest}'?" : "";
        return new BadInvocationException($"There is no target '{name}'.{hint} Targets: {string.Join(", ", names)}");
    }

    // From the end: the first declared of those that nothing left depends on comes last.
    private static List<ExecutableTarget> Order(IReadOnlyList<ExecutableTarget> targets)
    {
        var dependents = new int[targets.Count];
        foreach (var target in targets)
        {
            foreach (var dependency in target.AllDependencies)
                dependents[dependency.Index]++;
        }

        // Taken ones count below zero. Looking for the next from the start is quadratic, and nothing beside one queue that has
        // to be compiled on every start.
        var order = new List<ExecutableTarget>(targets.Count);
        while (Array.IndexOf(dependents, 0) is var next and >= 0)
        {
            dependents[next] = -1;
            order.Add(targets[next]);
            foreach (var dependency in targets[next].AllDependencies)
                dependents[dependency.Index]--;
        }

        if (order.Count < targets.Count)
            throw new BadInvocationException($"Targets depend on each other in a circle: {Circle(targets.Where(x => dependents[x.Index] > 0).ToHashSet())}");
        order.Reverse();
        return order;
    }

    private static string Circle(HashSet<ExecutableTarget> among)
    {
        var path = new List<ExecutableTarget>();
        var current = among.MinBy(x => x.Index);
        while (!path.Contains(current))
        {
            path.Add(current);

            // What is left over may also hang below a circle; only what has a dependency left can be in one.
            if (current.AllDependencies.FirstOrDefault(among.Contains) is { } next)
            {
                current = next;
                continue;
            }

            among.Remove(current);
            path.Clear();
            current = among.MinBy(x => x.Index);
        }

        var circle = path.SkipWhile(x => x != current).Append(current);
        return string.Join(" → ", circle.Select(x => x.Name));
    }
}
