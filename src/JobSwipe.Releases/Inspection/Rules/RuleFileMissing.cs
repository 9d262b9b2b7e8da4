using System.IO.Enumeration;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class RuleFileMissing : InspectRule
{
    public override string Why => "Prometheus loads no rules from a file that is not there: a pattern that matches nothing is no error, and no alert exists.";

    public override string Fix => "Put the file where rule_files says, and mount it into the container.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var config in at.Monitoring.Configs)
            foreach (var entry in config.Root.Get("rule_files").Each())
                if (entry.Text() is { } pattern && !Mounted(at, config.File, pattern)) yield return config.File.At(entry.Line(), $"nothing puts '{pattern}' where Prometheus reads it");
    }

    private static bool Mounted(InspectedFolder at, SourceFile config, string pattern)
    {
        var composes = at.Yaml.Where(yaml => yaml.Root.Get("services") is not null).SelectMany(yaml => yaml.Root.Get("services").Pairs().Select(service => (yaml.File, Service: service.Value)))
            .Where(service => service.Service.Get("image").Text()?.Contains("prometheus", StringComparison.Ordinal) == true).ToArray();
        var mounts = composes.SelectMany(service => service.Service.Get("volumes").Each().Select(volume => volume.Text()).OfType<string>().Select(volume => (Folder: service.File.Folder, Parts: volume.Split(':'))))
            .Where(mount => mount.Parts.Length > 1).ToArray();
        var full = pattern.StartsWith('/') ? pattern : "/etc/prometheus/" + pattern;
        if (mounts.Length == 0)
        {
            if (at.Named("Dockerfile").Any(file => file.Text.Contains("prom/prometheus", StringComparison.Ordinal))) return true;
            return Matches(config.Folder, pattern.StartsWith('/') ? Path.GetFileName(pattern) : pattern) || (pattern.StartsWith('/') && at.Files.Any(file => file.ShortName == Path.GetFileName(pattern)));
        }
        return mounts.Any(mount => Path.GetFullPath(Path.Combine(mount.Folder, mount.Parts[0])) is var source
            && (mount.Parts[1] == full || (full.StartsWith(mount.Parts[1].TrimEnd('/') + "/", StringComparison.Ordinal) && Matches(source, full[(mount.Parts[1].TrimEnd('/').Length + 1)..]))
                || (pattern.Contains('*') && Path.GetDirectoryName(full) == Path.GetDirectoryName(mount.Parts[1]) && FileSystemName.MatchesSimpleExpression(Path.GetFileName(full), Path.GetFileName(mount.Parts[1])))));
    }

    private static bool Matches(string folder, string pattern) => Path.GetDirectoryName(Path.Combine(folder, pattern)) is { } place && Directory.Exists(place) && Directory.EnumerateFiles(place, Path.GetFileName(pattern)).Any();
}
