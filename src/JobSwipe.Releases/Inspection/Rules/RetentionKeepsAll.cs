using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class RetentionKeepsAll : InspectRule
{
    public override string Why => "All names are passed as one, which no file has: nothing is ever deleted.";

    public override string Fix => "Read them line by line (while IFS= read -r name), or use an array: \"${names[@]}\".";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var block in at.Shell)
            foreach (Match list in Regex.Matches(block.Text, @"^\s*(?:local\s+|export\s+)?(\w+)=[""']?(\$\(|`)[^\n]*\b(ls|find|list-objects\S*|list|aws s3|mc ls|rclone)\b", RegexOptions.Multiline))
                foreach (var command in block.Commands)
                    if (Regex.IsMatch(command.Text, $@"(\b(rm|delete-objects?|delete|unlink)\b.*|^for\s+\w+\s+in\s+)""(\$\{{?{list.Groups[1].Value}\}}?|[^""]*/\$\{{?{list.Groups[1].Value}\}}?)""") && !Single(list.Value))
                        yield return block.At(command, $"passes all of ${list.Groups[1].Value} as one name");
    }

    private static bool Single(string text) => Regex.IsMatch(text, @"head\s+-(n\s*)?1\b|tail\s+-(n\s*)?1\b|-c\s+1\b");
}
