using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class UrlDriverSuffix : InspectRule
{
    public override string Why => "libpq knows no postgresql+driver:// : pg_dump and psql refuse the URL or take it for a database's name.";

    public override string Fix => "Keep the plain URL in the secret, and add the driver in the application.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        var source = at.Files.Where(file => Regex.IsMatch(file.ShortName, @"^(\.env.*|fly.*\.toml|.*\.ya?ml|.*\.sh|.*\.example)$")).SelectMany(file => file.Matches(@"DATABASE_URL\s*[:=]\s*[""']?(postgres(ql)?\+\w+)://").Select(match => (file, match))).FirstOrDefault();
        if (source.file is null) yield break;
        foreach (var block in at.Shell)
            foreach (var command in block.Commands.Where(command => command.Is("psql", "pg_dump", "pg_restore", "pg_dumpall", "pg_isready")))
                if (Regex.IsMatch(command.Text, @"\$\{?DATABASE_URL\}?[""'\s]|\$\{?DATABASE_URL\}?$"))
                    yield return block.At(command, $"{command.Program} gets DATABASE_URL, which is {source.match.Groups[1].Value}:// in {source.file.Name}");
    }
}
