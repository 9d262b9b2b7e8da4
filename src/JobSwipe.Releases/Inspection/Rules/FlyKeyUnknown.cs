using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class FlyKeyUnknown : InspectRule
{
    public override string Why => "Fly ignores a key that it does not know: the setting has no effect, and nothing says so.";

    public override string Fix => "Use the key that Fly has, in the table where it belongs, or remove it.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var fly in at.FlyTomls)
            foreach (var (path, key, hint) in FlyKeys.Unknown(fly.Root))
                yield return fly.File.At(fly.File.LineOf($@"^\s*(\[+\s*([\w-]+\.)*""?{Regex.Escape(key)}""?\s*[\].]|""?{Regex.Escape(key)}""?\s*=)"), $"Fly knows no '{path}': {hint}");
    }
}
