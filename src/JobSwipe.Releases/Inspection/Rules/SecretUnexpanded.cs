using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class SecretUnexpanded : InspectRule
{
    public override string Why => "Neither fly.toml nor single quotes expand ${NAME}: the application gets those very letters as its secret.";

    public override string Fix => "Set secrets with 'fly secrets import' from standard input; leave them out of fly.toml.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var fly in at.FlyTomls)
            foreach (var (name, value) in FlyFile.Tables(fly.Root, "env").SelectMany(table => table))
                if (value is string text && Regex.IsMatch(text, @"\$(\{\w+\}|[A-Z_]{3,}\b)"))
                    yield return fly.File.At(fly.File.LineOf($@"^\s*""?{Regex.Escape(name)}""?\s*="), $"{name} is set to the letters '{text}'");
        foreach (var block in at.Shell)
            foreach (var command in block.Commands.Where(command => command.IsFly("secrets", "set")))
                foreach (var word in command.Words.Where(word => Regex.IsMatch(word, @"^(\w+='[^']*\$\{?\w+.*'|'\w+=[^']*\$\{?\w+.*')$") && !word.Contains("${{", StringComparison.Ordinal)))
                    yield return block.At(command, $"{word} is quoted so that its variable is not expanded");
    }
}
