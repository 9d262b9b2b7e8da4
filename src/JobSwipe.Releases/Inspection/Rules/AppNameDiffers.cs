using System.Text.RegularExpressions;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class AppNameDiffers : InspectRule
{
    public override string Why => "A command for another app than the one that is deployed fails, or hits a stranger's.";

    public override string Fix => "Use the names of the fly.toml files, in one place.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        var apps = at.FlyTomls.Select(fly => fly.App).OfType<string>().ToHashSet();
        if (apps.Count == 0 || at.FlyTomls.Any(fly => fly.Error is not null)) yield break;
        foreach (var block in at.Shell)
            foreach (var command in block.Commands)
            {
                var names = Regex.Matches(command.Text, @"https?://([a-z0-9][a-z0-9-]*)\.fly\.dev").Select(match => match.Groups[1].Value)
                    .Concat(command.IsFly() && command.Option("--app", "-a") is { } app && Regex.IsMatch(app, "^[a-z0-9][a-z0-9-]*$") ? [app] : []);
                foreach (var name in names.Distinct().Where(name => !apps.Contains(name) && !Regex.IsMatch(name, "(^|-)(db|postgres|pg|redis|builder|prometheus|grafana|ollama)(-|$)")))
                    yield return block.At(command, $"no fly.toml is of an app '{name}'; the nearest is '{Nearest.To(name, apps)}'");
            }
    }
}
