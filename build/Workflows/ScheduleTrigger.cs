using System.Collections.Generic;
using Nuke.Common.CI.GitHubActions.Configuration;
using Nuke.Common.Utilities;

namespace Workflows;

/// <summary>Starts a workflow by the clock; the stock trigger would write a second <c>schedule:</c> for a second time.</summary>
sealed class ScheduleTrigger(IReadOnlyList<string> crons) : GitHubActionsDetailedTrigger
{
    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine("schedule:");
        using (writer.Indent())
            foreach (var cron in crons) writer.WriteLine($"- cron: '{cron}'");
    }
}
