using System.Text.Json;
using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Smoke;

/// <summary>The values that a plan's <c>${name}</c> stand for.</summary>
public sealed partial class Captures
{
    private const string Version = "version";
    private readonly Dictionary<string, string> _values = [];

    /// <summary>Begins with a version; with null, the one that the first check finds where it expects one.</summary>
    public Captures(string? version)
    {
        if (version is not null) _values[Version] = version;
    }

    /// <summary>Keeps a value.</summary>
    public void Set(string name, string value) => _values[name] = value;

    /// <summary>What a value must be. A version that nobody knows yet is learnt from the first answer that has one.</summary>
    public string Expected(string text, string? found)
    {
        if (text == "${version}" && found is not null) _values.TryAdd(Version, found);
        return Fill(text);
    }

    /// <summary>Fills the values in.</summary>
    /// <exception cref="CheckFailed">A name was never captured.</exception>
    public string Fill(string text) => Placeholder().Replace(text, match => _values.TryGetValue(match.Groups[1].Value, out var value)
        ? value
        : throw new CheckFailed($"nothing was captured as {match.Value}"));

    /// <summary>The value at a dotted path, as text.</summary>
    public static string? At(JsonElement element, string path)
    {
        foreach (var part in path.Split('.'))
        {
            if (element.ValueKind == JsonValueKind.Array && int.TryParse(part, out var index) && index < element.GetArrayLength()) element = element[index];
            else if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(part, out var member)) element = member;
            else return null;
        }
        return element.ValueKind == JsonValueKind.Null ? null : element.ToString();
    }

    [GeneratedRegex(@"\$\{(\w+)\}")]
    private static partial Regex Placeholder();
}

/// <summary>A check's answer was not what it must be. Caught by the runner, never shown by itself.</summary>
internal sealed class CheckFailed(string why) : Exception(why);
