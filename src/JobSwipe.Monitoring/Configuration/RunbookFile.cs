using System.Text;
using JobSwipe.Monitoring.Alerts;

namespace JobSwipe.Monitoring.Configuration;

/// <summary>A runbook as a page.</summary>
public static class RunbookFile
{
    /// <summary>The page of alerts that share one runbook.</summary>
    public static string Write(IReadOnlyList<Alert> alerts, Pace pace)
    {
        var runbook = alerts[0].Runbook;
        var text = new StringBuilder($"# {alerts[0].RunbookName}\n\n");
        foreach (var alert in alerts)
        {
            text.Append($"`{alert.Name}` ({alert.Severity.ToString().ToLowerInvariant()}): {alert.Summary} Fires after {Expressions.Duration.Text(alert.For)} of\n\n```promql\n{alert.When}\n```\n\n");
            if (alert.IsSudden && alert.Severity != Severity.None) text.Append($"From the fault to the message at most {alert.Budget(pace).TotalSeconds:0} s; `./build.sh DetectionDrill` measures it.\n\n");
        }
        text.Append($"## Meaning\n\n{runbook.Meaning}\n\n## Impact\n\n{runbook.Impact}\n\n## First look\n\n");
        foreach (var look in runbook.Look) text.Append($"- {look}\n");
        text.Append("\n## Fix\n\n");
        for (var step = 0; step < runbook.Fix.Count; step++) text.Append($"{step + 1}. {runbook.Fix[step]}\n");
        return text.Append($"\n## Rollback\n\n{runbook.Rollback}\n").ToString();
    }
}
