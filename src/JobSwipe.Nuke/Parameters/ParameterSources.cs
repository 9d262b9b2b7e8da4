using Nuke.Common.Execution;

namespace Nuke.Common.Parameters;

/// <summary>Where values come from, the strongest first: command line, environment, profiles, the file for all.</summary>
internal sealed class ParameterSources(CommandLine commandLine, EnvironmentValues environment)
{
    private readonly List<(string Name, Dictionary<string, (string Name, List<string> Values)> Values)> _files = [];

    public CommandLine CommandLine { get; } = commandLine;

    public void Load(string directory, IReadOnlyList<string> profiles)
    {
        foreach (var profile in profiles.Reverse())
        {
            var file = Path.Combine(directory, $"parameters.{profile}.json");
            if (!File.Exists(file))
                throw new BadInvocationException($"There is no profile '{profile}': {file} does not exist");
            _files.Add((Path.GetFileName(file), ParametersFile.Read(file)));
        }

        if (ParametersFile.Read(Path.Combine(directory, "parameters.json")) is { } shared)
            _files.Add(("parameters.json", shared));
    }

    public Found Find(ParameterMember parameter)
    {
        if (CommandLine.Find(parameter.Name) is { } option)
        {
            if (!parameter.IsList && option.Count > 1)
                throw new BadInvocationException($"Parameter {parameter.Option} was given {option.Count} times");
            return new Found(option.Values, "the command line");
        }

        if (environment.Find(parameter.Name) is { } variable)
            return new Found([variable.Value], $"the variable {variable.Variable}");
        return InFiles(parameter.Name);
    }

    /// <summary>The value of one of the engine's own parameters. Ambient variables like HOST or TARGET do not count, only NUKE_HOST.</summary>
    public List<string> FindBuiltIn(string name)
    {
        if (CommandLine.Find(name) is { } option)
            return option.Values;
        if (environment.Find(name, onlyPrefixed: true) is { } variable)
            return variable.Value.Split((char[])null, StringSplitOptions.RemoveEmptyEntries).ToList();
        return InFiles(name)?.Values;
    }

    /// <summary>An error for each name that no parameter has.</summary>
    public IEnumerable<string> Unknown(IReadOnlyList<ParameterMember> parameters)
    {
        var known = parameters.Select(x => ParameterName.Normalize(x.Name)).ToHashSet();
        var names = parameters.Select(x => x.Option).Concat(BuiltInParameters.All.Where(x => x.Description != null).Select(x => x.Option)).ToList();
        foreach (var option in CommandLine.Options)
        {
            if (!IsKnown(option.Written))
                yield return $"There is no parameter {option.Written}.{Hint(option.Written)}";
        }

        foreach (var (file, values) in _files)
        {
            foreach (var (name, _) in values.Values)
            {
                if (!IsKnown(name))
                    yield return $"There is no parameter '{name}' (in .nuke/{file}).{Hint(name)}";
            }
        }

        bool IsKnown(string name) => known.Contains(ParameterName.Normalize(name)) || BuiltInParameters.Find(name) != null;
        string Hint(string name) => ParameterName.Nearest(name, names) is { } nearest ? $" Did you mean {nearest}?" : " --help lists all";
    }

    private Found InFiles(string name)
    {
        var plain = ParameterName.Normalize(name);
        foreach (var (file, values) in _files)
        {
            if (values.TryGetValue(plain, out var found))
                return new Found(found.Values, $".nuke/{file}");
        }

        return null;
    }

    /// <summary>The texts of a value, and where they stand.</summary>
    internal sealed record Found(List<string> Values, string Source);
}
