using Tomlyn;
using Tomlyn.Model;

namespace JobSwipe.Releases.Inspection;

/// <summary>A fly.toml; <see cref="Root"/> is empty when it is no TOML.</summary>
internal sealed record FlyFile(SourceFile File, TomlTable Root, string? Error)
{
    public string? App => Root.TryGetValue("app", out var app) ? app as string : null;

    public static FlyFile Read(SourceFile file)
    {
        try
        {
            return new FlyFile(file, TomlSerializer.Deserialize<TomlTable>(file.Text) ?? [], null);
        }
        catch (TomlException exception)
        {
            return new FlyFile(file, [], exception.Message);
        }
    }

    /// <summary>The tables of a key: <c>[key]</c> or <c>[[key]]</c>.</summary>
    public static IEnumerable<TomlTable> Tables(TomlTable table, string key) => !table.TryGetValue(key, out var value) ? [] : value switch
    {
        TomlTable one => [one],
        TomlTableArray many => many,
        TomlArray list => list.OfType<TomlTable>(),
        _ => [],
    };

    public string? ReleaseCommand => Tables(Root, "deploy").Concat(Tables(Root, "build").SelectMany(build => Tables(build, "deploy")))
        .Select(deploy => deploy.TryGetValue("release_command", out var command) ? command as string : null).FirstOrDefault(command => command is not null);

    /// <summary>The commands of its processes.</summary>
    public IReadOnlyDictionary<string, string> Processes => Tables(Root, "processes").SelectMany(table => table)
        .ToDictionary(pair => pair.Key, pair => pair.Value as string ?? "");

    private static readonly string[] CheckKeys = ["checks", "http_checks"];

    /// <summary>Where its HTTP checks look.</summary>
    public IEnumerable<string> CheckPaths =>
        from section in Tables(Root, "http_service").Concat(Tables(Root, "services")).Append(Root)
        from key in CheckKeys
        from table in Tables(section, key)
        from check in section == Root ? table.Values.OfType<TomlTable>() : [table]
        where check.TryGetValue("path", out var path) && path is string
        select (string)check["path"];
}
