using System.Text.RegularExpressions;
using Tomlyn.Model;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class CheckWithoutHttp : InspectRule
{
    public override string Why => "The check of a process that serves no HTTP never passes, so no deployment of it succeeds; a check that Fly never asks proves nothing.";

    public override string Fix => "Give services and HTTP checks to processes that listen only; watch workers by their queue or by a machine check.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var fly in at.FlyTomls)
            foreach (var key in new[] { "http_service", "services", "checks" })
                foreach (var section in FlyFile.Tables(fly.Root, key).SelectMany(table => key == "checks" ? table.Values.OfType<TomlTable>() : [table]))
                    foreach (var process in (section.TryGetValue("processes", out var names) ? names as TomlArray : null)?.OfType<string>() ?? [])
                        if (fly.Processes.TryGetValue(process, out var command) && Regex.IsMatch(command, @"\b(celery|rq worker|dramatiq|arq|huey|sidekiq|resque)\b"))
                            yield return fly.File.At(fly.File.LineOf($@"processes\s*=\s*\[[^\]]*[""']{Regex.Escape(process)}[""']"), $"[{key}] expects HTTP from '{process}', which runs '{command}'");
    }
}
