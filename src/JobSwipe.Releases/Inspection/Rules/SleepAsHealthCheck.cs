using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class SleepAsHealthCheck : InspectRule
{
    public override string Why => "Waiting a fixed time proves nothing: a slow start fails, and a broken release passes.";

    public override string Fix => "Wait for a condition, with a deadline: fly deploy waits for the checks of fly.toml; otherwise curl --retry --retry-connrefused --fail.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var block in at.Shell)
            foreach (var command in block.Commands.Where(command => command.Is("sleep") && !command.InLoop && Regex.IsMatch(command.Argument(1), @"^\d+[sm]?$")))
                if (Delivers(block)) yield return block.At(command, $"'{command.Text}' stands for a health check");
    }

    private static bool Delivers(ShellBlock block) => block.Has(command => command.IsFly() || command.Is("curl", "wget", "docker", "docker-compose", "kubectl"))
        || (block.Step?.Job.Steps.Any(step => step.Run?.Contains("fly", StringComparison.Ordinal) == true || step.Run?.Contains("curl", StringComparison.Ordinal) == true) ?? false);
}
