using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>A workflow.</summary>
public class GitHubActionsConfiguration : ConfigurationEntity
{
    /// <summary>Its name.</summary>
    public string Name { get; set; }

    /// <summary>What starts it, without conditions.</summary>
    public GitHubActionsTrigger[] ShortTriggers { get; set; } = [];

    /// <summary>What starts it, with conditions.</summary>
    public GitHubActionsDetailedTrigger[] DetailedTriggers { get; set; } = [];

    /// <summary>What its jobs may do with their token.</summary>
    public (GitHubActionsPermissions Type, string Permission)[] Permissions { get; set; } = [];

    /// <summary>Runs of one group wait for each other.</summary>
    public string ConcurrencyGroup { get; set; }

    /// <summary>Whether a new run ends the one before.</summary>
    public bool ConcurrencyCancelInProgress { get; set; }

    /// <summary>Its jobs.</summary>
    public GitHubActionsJob[] Jobs { get; set; } = [];

    /// <inheritdoc/>
    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"name: {Name}");
        writer.WriteLine();
        WriteTriggers(writer);
        if (Permissions.Length > 0)
        {
            writer.WriteLine();
            writer.WriteLine("permissions:");
            using (writer.Indent())
            {
                foreach (var (type, permission) in Permissions)
                    writer.WriteLine($"{type.GetValue()}: {permission}");
            }
        }

        if (GitHubActionsConcurrency.IsSet(ConcurrencyGroup, ConcurrencyCancelInProgress))
        {
            writer.WriteLine();
            GitHubActionsConcurrency.Write(writer, ConcurrencyGroup, ConcurrencyCancelInProgress);
        }

        writer.WriteLine();
        writer.WriteLine("jobs:");
        using (writer.Indent())
        {
            foreach (var job in Jobs)
                job.Write(writer);
        }
    }

    private void WriteTriggers(CustomFileWriter writer)
    {
        if (ShortTriggers.Length > 0)
        {
            writer.WriteLine($"on: [{ShortTriggers.Select(x => x.GetValue()).JoinCommaSpace()}]");
            return;
        }

        writer.WriteLine("on:");
        using (writer.Indent())
        {
            foreach (var trigger in DetailedTriggers)
                trigger.Write(writer);
        }
    }
}
