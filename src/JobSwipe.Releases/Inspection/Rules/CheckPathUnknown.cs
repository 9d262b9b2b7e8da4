using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class CheckPathUnknown : InspectRule
{
    public override string Why => "A health check of a path that the backend does not have never passes, or is answered by something else.";

    public override string Fix => "Check a path that the backend serves.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var fly in at.FlyTomls)
            foreach (var path in fly.CheckPaths.Where(path => !at.Python.Answers(path.Split('?')[0])))
                yield return fly.File.At(fly.File.LineOf($@"^\s*path\s*=\s*[""']{Regex.Escape(path)}[""']"), $"the backend has no {path}");
    }
}
