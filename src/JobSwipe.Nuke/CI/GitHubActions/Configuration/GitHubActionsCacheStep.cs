using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>Takes files over from earlier runs.</summary>
public class GitHubActionsCacheStep : GitHubActionsStep
{
    /// <summary>Which files.</summary>
    public string[] IncludePatterns { get; set; } = [];

    /// <summary>Which not.</summary>
    public string[] ExcludePatterns { get; set; } = [];

    /// <summary>Files with whose change the others are of no use any more.</summary>
    public string[] KeyFiles { get; set; } = [];

    /// <inheritdoc/>
    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine("- name: " + $"Cache: {IncludePatterns.JoinCommaSpace()}".SingleQuote());
        using (writer.Indent())
        {
            writer.WriteLine("uses: actions/cache@v4");
            writer.WriteLine("with:");
            using (writer.Indent())
            {
                writer.WriteLine("path: |");
                using (writer.Indent())
                {
                    foreach (var pattern in IncludePatterns.Concat(ExcludePatterns.Select(x => "!" + x)))
                        writer.WriteLine(pattern);
                }

                writer.WriteLine($"key: ${{{{ runner.os }}}}-${{{{ hashFiles({KeyFiles.Select(x => x.SingleQuote()).JoinCommaSpace()}) }}}}");
            }
        }
    }
}
