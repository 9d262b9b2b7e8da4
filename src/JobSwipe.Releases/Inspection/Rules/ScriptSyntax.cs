using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class ScriptSyntax : InspectRule
{
    public override string Why => "The shell stops where the mistake is, after what stands before it was done.";

    public override string Fix => "Correct it; 'bash -n' reads a script without running it.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var block in at.Shell.Where(block => block.Step?.Shell is null or "bash" or "sh"))
        {
            // GitHub puts expressions in before the shell reads; a word in their place keeps the syntax.
            var text = Regex.Replace(block.Text, @"\$\{\{.*?\}\}", "expression", RegexOptions.Singleline);
            if (Bash.Error(text) is { } error) yield return block.File.At(block.FirstLine - 1 + error.Line, error.Message);
        }
    }
}
