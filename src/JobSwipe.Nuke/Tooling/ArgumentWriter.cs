namespace Nuke.Common.Tooling;

/// <summary>Collects arguments, leaving out what was not set.</summary>
internal sealed class ArgumentWriter
{
    public List<string> All { get; } = [];

    public ArgumentWriter Word(string word)
    {
        if (!string.IsNullOrEmpty(word))
            All.Add(word);
        return this;
    }

    public ArgumentWriter Words(IEnumerable<string> words)
    {
        All.AddRange(words ?? []);
        return this;
    }

    public ArgumentWriter Option(string name, object value)
    {
        if (value is not null)
            All.AddRange([name, Text(value)]);
        return this;
    }

    public ArgumentWriter Options(string name, IEnumerable<string> values)
    {
        foreach (var value in values ?? [])
            All.AddRange([name, value]);
        return this;
    }

    public ArgumentWriter Switch(string name, bool? value)
    {
        if (value == true)
            All.Add(name);
        return this;
    }

    /// <summary>A switch that is told both ways: <c>--name true</c>, <c>--name false</c>.</summary>
    public ArgumentWriter Flag(string name, bool? value)
    {
        if (value is { } flag)
            All.AddRange([name, flag ? "true" : "false"]);
        return this;
    }

    /// <summary>A switch that is told both ways in one word: <c>--name=false</c>.</summary>
    public ArgumentWriter Assigned(string name, bool? value) => value is { } flag ? Word($"{name}={(flag ? "true" : "false")}") : this;

    public ArgumentWriter Pairs(string prefix, IReadOnlyDictionary<string, object> values)
    {
        foreach (var (key, value) in values ?? new Dictionary<string, object>())
            All.Add($"{prefix}{key}={Text(value)}");
        return this;
    }

    private static string Text(object value) => value is bool flag ? flag ? "true" : "false" : value?.ToString();
}
