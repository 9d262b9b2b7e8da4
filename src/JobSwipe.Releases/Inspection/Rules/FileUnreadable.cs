namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class FileUnreadable : InspectRule
{
    public override string Why => "A file that its reader refuses does nothing, often without a word.";

    public override string Fix => "Correct it where the message says.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var yaml in at.Yaml.Where(yaml => yaml.Error is not null && !yaml.File.Name.Contains("/templates/", StringComparison.Ordinal)))
            yield return yaml.File.At(yaml.ErrorLine, $"is not YAML: {yaml.Error}");
        foreach (var fly in at.FlyTomls.Where(fly => fly.Error is not null)) yield return fly.File.At(1, $"is not TOML: {fly.Error}");
    }
}
