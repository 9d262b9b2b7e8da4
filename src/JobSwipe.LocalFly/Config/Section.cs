using JobSwipe.LocalFly.Cli;
using Tomlyn.Model;

namespace JobSwipe.LocalFly.Config;

/// <summary>A table of a fly.toml, read by type: a value of another type is an error that names its key.</summary>
internal sealed class Section(TomlTable table, string path)
{
    public static Section Empty { get; } = new([], "");

    public IEnumerable<string> Keys => table.Keys;

    public string? Text(string key) => Get(key) switch
    {
        null => null,
        string text => text,
        var other => throw Wrong(key, "a string", other),
    };

    public int? Number(string key) => Get(key) switch
    {
        null => null,
        long number => (int)number,
        var other => throw Wrong(key, "a number", other),
    };

    public double? Fraction(string key) => Get(key) switch
    {
        null => null,
        long number => number,
        double number => number,
        var other => throw Wrong(key, "a number", other),
    };

    /// <summary>A length of time such as <c>15s</c>; a bare number is seconds.</summary>
    public TimeSpan? Duration(string key) => Get(key) switch
    {
        null => null,
        long or string when GoDuration.Parse($"{Get(key)}") is { } length => length,
        var other => throw Wrong(key, "a duration such as \"15s\"", other),
    };

    public IReadOnlyList<string> Texts(string key) => Get(key) switch
    {
        null => [],
        TomlArray array when array.All(item => item is string) => [.. array.Cast<string>()],
        var other => throw Wrong(key, "an array of strings", other),
    };

    /// <summary>The values of a table such as [env], as Go writes them.</summary>
    public IReadOnlyDictionary<string, string> Values(string key) => One(key)?.All() ?? new Dictionary<string, string>();

    public Section? One(string key) => Get(key) switch
    {
        null => null,
        TomlTable one => new Section(one, Full(key)),
        var other => throw Wrong(key, "a table", other),
    };

    /// <summary>Tables, also when there is a single one without double brackets, which flyctl takes as well.</summary>
    public IReadOnlyList<Section> Many(string key) => Get(key) switch
    {
        null => [],
        TomlTable one => [new Section(one, Full(key))],
        TomlTableArray many => [.. many.Select(one => new Section(one, Full(key)))],
        TomlArray many when many.All(item => item is TomlTable) => [.. many.Cast<TomlTable>().Select(one => new Section(one, Full(key)))],
        var other => throw Wrong(key, "a table", other),
    };

    public FlyError Refuse(string key, string why) => new($"{Full(key)}: {why}");

    private Dictionary<string, string> All() => table.ToDictionary(pair => pair.Key, pair => pair.Value switch
    {
        bool value => value ? "true" : "false",
        string or long or double => $"{pair.Value}",
        var other => throw Wrong(pair.Key, "a string", other),
    });

    private object? Get(string key) => table.TryGetValue(key, out var value) ? value : null;

    private string Full(string key) => path.Length == 0 ? key : $"{path}.{key}";

    private FlyError Wrong(string key, string wanted, object? found) => Refuse(key, $"must be {wanted}, and is {Kind(found)}");

    private static string Kind(object? value) => value switch
    {
        TomlTable or TomlTableArray => "a table",
        TomlArray => "an array",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => $"{value}",
    };
}
