using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class SecretsAtWorkflowLevel : InspectRule
{
    public override string Why => "Every step of every job gets the secret, those of foreign actions too.";

    public override string Fix => "Give each secret to the one step that needs it.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var workflow in at.Workflows)
            foreach (var (name, value, line) in workflow.Root.Get("env").Pairs())
                if (Regex.IsMatch(value.Text() ?? "", @"\$\{\{.*\bsecrets\.")) yield return workflow.File.At(line, $"{name} is given to the whole workflow");
    }
}
