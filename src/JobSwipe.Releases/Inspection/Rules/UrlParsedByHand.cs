using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class UrlParsedByHand : InspectRule
{
    public override string Why => "A password with a special character, a missing port or a query breaks it, and the backup or restore goes to the wrong place or nowhere.";

    public override string Fix => "Give the URL to libpq's programs as it is, or parse it with a library.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var block in at.Shell)
            foreach (Match match in Regex.Matches(block.Text, @"^[^#\n]*(\$\{?\w*(DATABASE_URL|DB_URL|POSTGRES_URL|PG_URL)\w*\}?[""']?\s*\|\s*(sed|awk|cut|grep|perl|tr)\b|<<<\s*[""']?\$\{?\w*(DATABASE_URL|DB_URL)|\$\{\w*(DATABASE_URL|DB_URL)\w*(##?|%%?)(?!\+)[^}]*[@/:][^}]*\}|\$\{?\w*(DATABASE_URL|DB_URL)\w*\}?[""']?\s*=~)", RegexOptions.Multiline))
                yield return block.File.At(block.FirstLine + block.Text[..match.Index].Count(c => c == '\n'), "takes a database URL apart by hand");
        foreach (var file in at.Named(".py").Where(file => Regex.IsMatch(file.Name, "backup|restore|migrate", RegexOptions.IgnoreCase)))
            foreach (var match in file.Matches(@"(database_url|db_url)\w*\s*\.\s*(split|partition|rsplit)\(|re\.(match|search)\([^\n]*postgres(ql)?://"))
                yield return file.At(match, "takes a database URL apart by hand");
    }
}
