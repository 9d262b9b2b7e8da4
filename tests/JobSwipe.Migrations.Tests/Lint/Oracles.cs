using System.Text.Json;
using JobSwipe.Migrations.Lint;
using JobSwipe.Tools.Installing;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Migrations.Tests.Lint;

/// <summary>squawk and PostgreSQL's own parser, in locked versions, installed once beside the compiled tests.</summary>
internal static class Oracles
{
    private static readonly Lazy<Task<string>> Folder = new(() => NpmPackages.EnsureAsync(Path.Combine(LintFiles.Here(), "validators"), Path.Combine(AppContext.BaseDirectory, "lint-validators")));

    /// <summary>What squawk says about scripts, with every rule on. (prefer-repack begins with PostgreSQL 19.)</summary>
    public static async Task<IReadOnlyList<SquawkFinding>> SquawkAsync(IReadOnlyList<LintScript> scripts, params IReadOnlyList<string> options)
    {
        using var folder = TemporaryFolder.Create("squawk");
        foreach (var script in scripts) await File.WriteAllTextAsync(Path.Combine(folder.Path, Path.GetFileName(script.File)), script.Text);
        // The package that picks one of these by platform wants all of them in its lock.
        var program = Path.Combine(await Folder.Value, "node_modules", "@squawk-cli", "linux-x64", "bin", "squawk");
        Assert.SkipUnless(File.Exists(program), "not run: no squawk for this platform");
        var squawk = new Command(program, ["--reporter", "json", "--include", "require-table-schema", "--pg-version", "19", .. options, .. scripts.Select(script => Path.GetFileName(script.File))]) { WorkingDirectory = folder.Path };
        var result = await squawk.RunAsync(TestContext.Current.CancellationToken);
        result.ExitCode.ShouldBeOneOf([0, 1], result.Output);
        return JsonSerializer.Deserialize<SquawkFinding[]>(result.Output, JsonSerializerOptions.Web)!;
    }

    /// <summary>How PostgreSQL's parser splits scripts.</summary>
    public static async Task<IReadOnlyDictionary<string, Parsed>> ParseAsync(IEnumerable<LintScript> scripts)
    {
        var input = JsonSerializer.Serialize(scripts.Select(script => new { file = script.File, sql = script.Text }));
        var output = await new Command("node", "split.mjs") { WorkingDirectory = await Folder.Value, Input = input }.OutputAsync(TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize<Parsed[]>(output, JsonSerializerOptions.Web)!.ToDictionary(parsed => parsed.File);
    }

    /// <param name="File">The script.</param>
    /// <param name="Line">From 0.</param>
    /// <param name="Rule_name">The rule.</param>
    internal sealed record SquawkFinding(string File, int Line, string Rule_name)
    {
        public string Rule => Rule_name;
    }

    /// <param name="File">The script.</param>
    /// <param name="Statements">Its statements.</param>
    /// <param name="Error">Why it is no SQL; null when it is.</param>
    internal sealed record Parsed(string File, IReadOnlyList<ParsedStatement> Statements, string? Error);

    /// <param name="Kind">The node of the parse tree.</param>
    /// <param name="Start">UTF-16 code units before it.</param>
    /// <param name="End">The first one after it.</param>
    internal sealed record ParsedStatement(string Kind, int Start, int End);
}
