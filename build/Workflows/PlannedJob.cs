using System.Collections.Generic;

namespace Workflows;

/// <summary>A job with what the target graph says about it.</summary>
/// <param name="Declared">What the build declares.</param>
/// <param name="Needs">The jobs that come before.</param>
/// <param name="Skipped">Targets that another job has run already.</param>
/// <param name="Uploads">What it leaves.</param>
/// <param name="Downloads">What it takes over.</param>
sealed record PlannedJob(
    WorkflowJobAttribute Declared,
    IReadOnlyList<string> Needs,
    IReadOnlyList<string> Skipped,
    IReadOnlyList<Artifact> Uploads,
    IReadOnlyList<Artifact> Downloads);
