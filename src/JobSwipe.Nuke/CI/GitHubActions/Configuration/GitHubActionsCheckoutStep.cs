using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>Checks the repository out.</summary>
public class GitHubActionsCheckoutStep : GitHubActionsStep
{
    /// <summary>Which submodules.</summary>
    public GitHubActionsSubmodules? Submodules { get; set; }

    /// <summary>Whether large files are fetched.</summary>
    public bool? Lfs { get; set; }

    /// <summary>How many commits; 0 for all.</summary>
    public uint? FetchDepth { get; set; }

    /// <summary>Whether progress is shown.</summary>
    public bool? Progress { get; set; }

    /// <summary>Which objects are fetched.</summary>
    public string Filter { get; set; }

    /// <inheritdoc/>
    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine("- uses: actions/checkout@v6");
        (string Name, string Value)[] settings =
        [
            ("submodules", Submodules?.GetValue()), ("lfs", Lower(Lfs)), ("fetch-depth", FetchDepth?.ToString()), ("progress", Lower(Progress)), ("filter", Filter)
        ];
        var given = settings.Where(x => !x.Value.IsNullOrWhiteSpace()).ToList();
        if (given.Count == 0)
            return;
        using (writer.Indent())
        {
            writer.WriteLine("with:");
            using (writer.Indent())
            {
                foreach (var (name, value) in given)
                    writer.WriteLine($"{name}: {value}");
            }
        }
    }

    private static string Lower(bool? value) => value is { } flag ? flag ? "true" : "false" : null;
}
