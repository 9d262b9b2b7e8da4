using System.Reflection;
using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint;

/// <summary>One thing that scripts should not do. Its page, <c>Pages/&lt;name&gt;.md</c>, says why, what to do instead, and shows both.</summary>
/// <param name="name">Its name, for settings, waivers and its page.</param>
/// <param name="severity">How much it matters unless settings say otherwise.</param>
public abstract class LintRule(string name, LintSeverity severity)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>How much it matters unless settings say otherwise.</summary>
    public LintSeverity Severity { get; } = severity;

    /// <summary>Its page, in Markdown.</summary>
    public string Page { get; } = ReadPage(name);

    /// <summary>The first sentence of the page's problem.</summary>
    public string Summary => Paragraph("## Problem").Split(". ")[0].TrimEnd('.') + ".";

    /// <summary>The first paragraph of the page's safe way.</summary>
    public string Help => Paragraph("## Safe way");

    /// <summary>What is wrong with a statement.</summary>
    internal virtual IEnumerable<Problem> Check(Statement statement, Situation at) => [];

    /// <summary>What is wrong with a script when its end is reached.</summary>
    internal virtual IEnumerable<Problem> CheckEnd(Situation at) => [];

    private string Paragraph(string heading) => Page[(Page.IndexOf(heading, StringComparison.Ordinal) + heading.Length)..].Trim().Split("\n\n")[0].ReplaceLineEndings(" ");

    private static string ReadPage(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"lint/{name}.md") ?? throw new InvalidOperationException($"There is no Pages/{name}.md.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
