using System.Reflection;
using Nuke.Common.Utilities;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>Finds the targets of a build: properties of its classes, and of its components where no class has its own.</summary>
internal static class TargetDiscovery
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static IReadOnlyList<ExecutableTarget> Find(NukeBuild build, IReadOnlyCollection<Delegate> defaults)
    {
        var found = new Dictionary<string, Declared>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in OfClasses(build.GetType()))
            found.TryAdd(ShortName(property), new Declared(property, Factory(property, build)));
        foreach (var property in OfComponents(build.GetType()))
        {
            var factory = Factory(property, build);
            if (!found.TryGetValue(property.Name, out var other))
                found.Add(property.Name, new Declared(property, factory));
            else if (other.Factory != factory)
                found[property.Name] = new Declared(MoreDerived(build, property, other.Property), factory);
        }

        var targets = new List<ExecutableTarget>(found.Count);
        foreach (var (name, declared) in found)
        {
            var target = Create(build, name, declared.Property, declared.Factory, defaults);
            target.Index = targets.Count;
            targets.Add(target);
        }

        TargetGraph.Connect(targets);
        return targets;
    }

    /// <summary>The names of all targets, as names are compared.</summary>
    public static HashSet<string> Names(Type type) =>
        OfClasses(type).Concat(OfComponents(type)).Select(x => Parameters.ParameterName.Normalize(ShortName(x))).ToHashSet();

    private static IEnumerable<PropertyInfo> OfClasses(Type type)
    {
        var injected = Injected(type);
        for (var current = type; current != typeof(NukeBuild) && current != null; current = current.BaseType)
        {
            foreach (var property in current.GetProperties(Instance | BindingFlags.DeclaredOnly).Where(x => !injected.Contains(x) && IsTarget(x)))
                yield return property;
        }
    }

    private static IEnumerable<PropertyInfo> OfComponents(Type type)
    {
        var injected = Injected(type);
        return type.GetInterfaces().SelectMany(x => x.GetProperties(Instance).Where(y => !injected.Contains(y) && IsTarget(y)));
    }

    // A parameter is no target, and asking for its type would load the assembly that the type is from.
    private static HashSet<MemberInfo> Injected(Type type) => InjectionMembers.Of(type).Select(x => x.Member).ToHashSet();

    private static bool IsTarget(PropertyInfo property) =>
        property.PropertyType == typeof(Target) || property.PropertyType == typeof(Setup) || property.PropertyType == typeof(Cleanup);

    // An explicit implementation carries the name of its interface.
    private static string ShortName(PropertyInfo property) => property.Name[(property.Name.LastIndexOf('.') + 1)..];

    private static Delegate Factory(PropertyInfo property, NukeBuild build)
    {
        try
        {
            // Cheaper than GetValue, which prepares for being called again.
            return property.GetMethod!.CreateDelegate<Func<Delegate>>(build)() ?? throw new BadInvocationException($"Target '{property.Name}' is null");
        }
        catch (Exception exception) when (exception is not BadInvocationException)
        {
            throw new BadInvocationException($"Target '{property.Name}' cannot be read: {exception.Unwrap().Message}");
        }
    }

    private static PropertyInfo MoreDerived(NukeBuild build, PropertyInfo property, PropertyInfo other)
    {
        if (other.DeclaringType.IsAssignableFrom(property.DeclaringType))
            return property;
        if (property.DeclaringType.IsAssignableFrom(other.DeclaringType) && other.DeclaringType.IsInterface)
            return other;
        throw new BadInvocationException(
            $"Two targets are named '{property.Name}': {other.DeclaringType.Name}.{property.Name} and {property.DeclaringType.Name}.{property.Name}. " +
            $"Rename one, or declare the target in {build.GetType().Name} and inherit from both");
    }

    private static ExecutableTarget Create(
        NukeBuild build, string name, PropertyInfo property, Delegate factory, IReadOnlyCollection<Delegate> defaults)
    {
        var definition = new TargetDefinition(name, build, Overridden(build.GetType(), property));
        try
        {
            _ = factory switch
            {
                Target target => target(definition),
                Setup setup => setup(definition),
                _ => ((Cleanup)factory)(definition)
            };
        }
        catch (Exception exception) when (exception is not BadInvocationException)
        {
            throw new BadInvocationException($"Target '{name}' cannot be defined: {exception.Unwrap().Message}");
        }

        return new ExecutableTarget
        {
            Name = name,
            Member = property,
            Factory = factory,
            Definition = definition,
            Description = definition.Text,
            Listed = !definition.IsUnlisted,
            IsDefault = defaults.Contains(factory),
            DynamicConditions = definition.DynamicConditions,
            StaticConditions = definition.StaticConditions,
            DelegateRequirements = definition.DelegateRequirements,
            ToolRequirements = definition.ToolRequirements,
            Actions = definition.Actions,
            DependencyBehavior = definition.DependencyBehavior,
            ProceedAfterFailure = definition.IsProceedAfterFailure,
            AssuredAfterFailure = definition.IsAssuredAfterFailure || factory is Cleanup,
            ArtifactProducts = definition.ArtifactProducts,
            PartitionSize = definition.PartitionSize
        };
    }

    // The last one on the stack is the nearest.
    private static Stack<PropertyInfo> Overridden(Type type, PropertyInfo property)
    {
        var nearest = new List<PropertyInfo>();
        for (var current = property.DeclaringType.IsInterface ? null : property.DeclaringType.BaseType; current != null && current != typeof(NukeBuild); current = current.BaseType)
        {
            if (current.GetProperty(property.Name, Instance | BindingFlags.DeclaredOnly) is { } declared && IsTarget(declared))
                nearest.Add(declared);
        }

        nearest.Reverse();
        return new Stack<PropertyInfo>(nearest);
    }

    private sealed record Declared(PropertyInfo Property, Delegate Factory);
}
