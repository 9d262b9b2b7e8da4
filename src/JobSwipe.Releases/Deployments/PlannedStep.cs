namespace JobSwipe.Releases.Deployments;

/// <summary>One step of a deployment before it is done.</summary>
/// <param name="Name">Its name, which its receipt will bear.</param>
/// <param name="Lines">What it will check and run.</param>
public sealed record PlannedStep(string Name, params IReadOnlyList<string> Lines);
