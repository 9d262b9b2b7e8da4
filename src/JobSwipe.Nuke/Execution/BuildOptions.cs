using System.Collections;
using System.Globalization;
using Nuke.Common.Parameters;

namespace Nuke.Common.Execution;

/// <summary>What the engine's own parameters ask for.</summary>
internal sealed class BuildOptions
{
    private BuildOptions(ParameterSources sources) => Sources = sources;

    public ParameterSources Sources { get; }

    public int Parallelism { get; private set; }

    /// <summary>How long an interrupted build waits for its targets: enough to clean up, less than a build server waits.</summary>
    public TimeSpan Patience { get; private set; } = TimeSpan.FromSeconds(30);

    public bool Help { get; private set; }

    public string ListFormat { get; private set; }

    public string PlanFormat { get; private set; }

    public IReadOnlyList<string> Completed { get; private set; }

    /// <summary>Targets to leave out; empty for all that can be; null for none.</summary>
    public IReadOnlyList<string> Skipped { get; private set; }

    public bool IsQuestion => Help || ListFormat != null || Completed != null;

    public static BuildOptions Read(CommandLine line, IDictionary environment)
    {
        var sources = new ParameterSources(line, new EnvironmentValues(environment));
        var profiles = sources.FindBuiltIn("Profile") ?? [];
        var options = new BuildOptions(sources) { Completed = line.Find("Complete")?.Values };
        sources.Load(BuildPaths.NukeDirectory, profiles);
        NukeBuild.LoadedLocalProfiles = [.. profiles];
        options.Help = IsSet(sources, "Help");
        options.ListFormat = Choice(sources, "List", "text", "json");
        options.PlanFormat = Choice(sources, "Plan", "text", "html");
        options.Skipped = sources.FindBuiltIn("Skip")?.SelectMany(x => x.Split('+', ',')).ToList();
        options.Parallelism = sources.FindBuiltIn("Parallel") is { } parallel ? Number("Parallel", parallel) : Environment.ProcessorCount;
        if (sources.FindBuiltIn("Patience") is { } patience)
            options.Patience = TimeSpan.FromSeconds(Number("Patience", patience));
        if (sources.FindBuiltIn("Host") is { } host)
            NukeBuild.Host = HostDetection.Named(Single("Host", host));
        if (sources.FindBuiltIn("Verbosity") is { } verbosity)
            NukeBuild.Verbosity = Parse<Verbosity>("Verbosity", verbosity);
        return options;
    }

    /// <summary>The targets that were named, or null.</summary>
    public IReadOnlyList<string> Targets()
    {
        var named = Sources.CommandLine.Positional.Concat(Sources.FindBuiltIn("Target") ?? []).SelectMany(x => x.Split('+')).ToList();
        return named.Count > 0 ? named : null;
    }

    public void Apply(NukeBuild build)
    {
        build.Help = Help;
        build.Plan = PlanFormat != null;
        if (IsSet(Sources, "NoLogo"))
            build.NoLogo = true;
        build.Continue = IsSet(Sources, "Continue");
        if (Sources.FindBuiltIn("Partition") is { } partition)
            build.Partition = Parse<CI.Partition>("Partition", partition);
    }

    private static bool IsSet(ParameterSources sources, string name) => sources.FindBuiltIn(name) is { } values && Parse<bool>(name, values);

    private static string Choice(ParameterSources sources, string name, params string[] choices)
    {
        if (sources.FindBuiltIn(name) is not { } values)
            return null;
        if (values.Count == 0)
            return choices[0];
        var value = Single(name, values).ToLowerInvariant();
        return value switch
        {
            "true" => choices[0],
            "false" => null,
            _ => choices.Contains(value) ? value : throw Wrong(name, values, "one of " + string.Join(", ", choices))
        };
    }

    private static int Number(string name, List<string> values) =>
        values.Count == 1 && int.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw Wrong(name, values, "a whole number above 0");

    private static string Single(string name, List<string> values) => values.Count == 1 ? values[0] : throw Wrong(name, values, "one value");

    private static T Parse<T>(string name, List<string> values)
    {
        try
        {
            return (T)ValueParser.Parse(values, typeof(T), null);
        }
        catch (FormatException)
        {
            throw Wrong(name, values, ValueParser.Expected(typeof(T)));
        }
    }

    private static BadInvocationException Wrong(string name, List<string> values, string expected) =>
        new($"Parameter --{ParameterName.Dashed(name)} has the value '{string.Join(" ", values)}', expected {expected}");
}
