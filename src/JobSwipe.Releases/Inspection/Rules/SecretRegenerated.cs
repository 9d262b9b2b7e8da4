using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class SecretRegenerated : InspectRule
{
    public override string Why => "A secret that is new with every deployment logs everybody out, and makes what was encrypted with the former one unreadable.";

    public override string Fix => "Make a secret once, keep it in a secret store, and rotate it on purpose.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var block in at.Shell)
            foreach (var command in block.Commands.Where(command => command.IsFly("secrets", "set") || command.IsFly("secrets", "import") || command.IsFly("deploy") || command.Is("sed", "envsubst")))
                if (Regex.Match(command.Text + Assigned(block, command), @"openssl rand|secrets\.token_\w+|uuidgen|/dev/u?random|\$RANDOM|pwgen") is { Success: true } made && block.Has(other => other.IsFly()))
                    yield return block.At(command, $"a secret is made anew by '{made.Value}' in every run");
    }

    private static string Assigned(ShellBlock block, ShellCommand command) => string.Concat(Regex.Matches(command.Text, @"\$\{?(\w+)").Select(name =>
        Regex.Match(block.Text, $@"^\s*(export\s+)?{name.Groups[1].Value}=.*$", RegexOptions.Multiline).Value + "\n"));
}
