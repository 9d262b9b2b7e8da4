using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class ExpressionInShell : InspectRule
{
    public override string Why => "Text that strangers choose, such as a branch's name, is pasted into the script before the shell reads it: a branch called $(…) runs what it likes.";

    public override string Fix => "Pass it by env: and use \"$NAME\" in the script.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var block in at.Shell.Where(block => block.Step is not null))
            foreach (Match match in Regex.Matches(block.Text, @"\$\{\{\s*(github\.(head_ref|ref_name|ref|base_ref|event\.(?!inputs\.)[\w.\[\]*]*(title|body|ref|label|message|name|email|comment)[\w.]*)|steps\.[\w-]*(branch|ref)[\w-]*\.outputs\.\w+|github\.event\.inputs\.\w+|inputs\.\w+)[^}]*\}\}"))
                yield return block.File.At(block.FirstLine + block.Text[..match.Index].Count(c => c == '\n'), $"{match.Value} is pasted into a shell script");
    }
}
