using Nuke.Common.Execution;

namespace Nuke.Common;

/// <summary>Asks for a target among executable ones.</summary>
public static class ExecutableTargetExtensions
{
    /// <summary>Whether the target is among them.</summary>
    public static bool Contains(this IEnumerable<ExecutableTarget> targets, Target target) => Has(targets, target);

    /// <summary>Whether the setup is among them.</summary>
    public static bool Contains(this IEnumerable<ExecutableTarget> targets, Setup target) => Has(targets, target);

    /// <summary>Whether the cleanup is among them.</summary>
    public static bool Contains(this IEnumerable<ExecutableTarget> targets, Cleanup target) => Has(targets, target);

    private static bool Has(IEnumerable<ExecutableTarget> targets, Delegate factory) =>
        factory != null && targets.Any(x => x.Factory == factory);
}
