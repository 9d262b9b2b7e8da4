namespace Nuke.Common.Execution;

/// <summary>Where a target stands.</summary>
public enum ExecutionStatus
{
    /// <summary>Not part of the plan.</summary>
    None,

    /// <summary>Waits for its turn.</summary>
    Scheduled,

    /// <summary>Its turn never came.</summary>
    NotRun,

    /// <summary>Left out by a condition or by <c>--skip</c>.</summary>
    Skipped,

    /// <summary>Ended without error.</summary>
    Succeeded,

    /// <summary>Ended with an error.</summary>
    Failed,

    /// <summary>Runs.</summary>
    Running,

    /// <summary>Was interrupted.</summary>
    Aborted,

    /// <summary>Has no action of its own; its dependencies are done.</summary>
    Collective
}
