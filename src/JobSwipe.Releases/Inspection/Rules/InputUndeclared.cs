namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class InputUndeclared : InspectRule
{
    public override string Why => "An input that is not declared is always empty, so the step does what it does without one.";

    public override string Fix => "Declare it under on: workflow_dispatch: inputs: (or workflow_call).";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var workflow in at.Workflows)
        {
            var inputs = Kinds.SelectMany(kind => workflow.Root.Get("on", kind, "inputs").Pairs()).Select(input => input.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var match in workflow.File.Matches(@"\$\{\{[^}]*?(?<![\w.])(?:github\.event\.)?inputs\.([\w-]+)|^\s*if:[^\n]*?(?<![\w.])(?:github\.event\.)?inputs\.([\w-]+)"))
                if (match.Groups[1].Value + match.Groups[2].Value is var name && !inputs.Contains(name))
                    yield return workflow.File.At(workflow.File.LineOf(match.Groups[match.Groups[1].Success ? 1 : 2].Index), $"the input '{name}' is used and not declared");
        }
    }

    private static readonly string[] Kinds = ["workflow_dispatch", "workflow_call"];
}
