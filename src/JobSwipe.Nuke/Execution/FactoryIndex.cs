using System.Runtime.CompilerServices;

namespace Nuke.Common.Execution;

/// <summary>
/// Finds targets by the delegates that define them. Most are one and the same object each time; what captures something is a
/// new one, and its own hash code is the same for all lambdas of a class, so it is compared by its method.
/// </summary>
internal sealed class FactoryIndex(IReadOnlyList<ExecutableTarget> targets)
{
    private readonly Dictionary<object, ExecutableTarget> _byReference = Index(targets, x => x.Factory, ReferenceEqualityComparer.Instance);
    private Dictionary<object, ExecutableTarget> _byMethod;

    public ExecutableTarget Find(Delegate factory)
    {
        if (factory is null)
            return null;
        if (_byReference.TryGetValue(factory, out var found))
            return found;
        _byMethod ??= Index(targets, x => Key(x.Factory), null);
        return _byMethod.GetValueOrDefault(Key(factory));
    }

    private static Dictionary<object, ExecutableTarget> Index(
        IReadOnlyList<ExecutableTarget> targets, Func<ExecutableTarget, object> key, IEqualityComparer<object> comparer)
    {
        var index = new Dictionary<object, ExecutableTarget>(targets.Count, comparer);
        foreach (var target in targets)
            index.TryAdd(key(target), target);
        return index;
    }

    private static FactoryKey Key(Delegate factory) => new(factory.Method, RuntimeHelpers.GetHashCode(factory.Target));

    private sealed record FactoryKey(System.Reflection.MethodInfo Method, int Target);
}
