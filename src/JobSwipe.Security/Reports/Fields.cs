using System.Text.Json;

namespace JobSwipe.Security.Reports;

/// <summary>Reads members of a report strictly: one that is there must have its type.</summary>
/// <param name="tool">The scanner, for the error.</param>
/// <param name="element">An object of its report.</param>
internal readonly struct Fields(string tool, JsonElement element)
{
    private const int LongestText = 300;

    public JsonElement Element { get; } = element.ValueKind == JsonValueKind.Object ? element : throw new ReportInvalid(tool, "a finding is no object");

    /// <summary>A member; null when it is not there.</summary>
    public JsonElement? Find(string name) => Element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A text; null when it is missing or empty.</summary>
    public string? Text(string name) => Find(name) is not { } value ? null
        : value.ValueKind != JsonValueKind.String ? throw new ReportInvalid(tool, $"{name} is no text")
        : value.GetString() is { Length: > 0 } text ? Clean(text) : null;

    /// <summary>A text that must be there.</summary>
    public string Require(string name) => Text(name) ?? throw new ReportInvalid(tool, $"a finding has no {name}");

    /// <summary>A whole number; null when it is missing.</summary>
    public int? Number(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : throw new ReportInvalid(tool, $"{name} is no whole number");

    /// <summary>An object; null when it is missing.</summary>
    public Fields? Object(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Object ? new Fields(tool, value) : throw new ReportInvalid(tool, $"{name} is no object");

    /// <summary>A list; empty when it is missing.</summary>
    public IEnumerable<JsonElement> List(string name) => Find(name) is not { } value ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : throw new ReportInvalid(tool, $"{name} is no list");

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        var owner = tool;
        return [.. List(name).Select(item => item.ValueKind == JsonValueKind.String ? Clean(item.GetString()!) : throw new ReportInvalid(owner, $"{name} holds something else than texts"))];
    }

    /// <summary>A severity in the scanner's word.</summary>
    public Severity Severity(string name)
    {
        var word = Text(name);
        return Severities.Find(word) ?? throw new ReportInvalid(tool, $"nobody knows the severity '{word}'");
    }

    /// <summary>A link; null when it is none that a browser may open from a report.</summary>
    public string? Link(string name) => Text(name) is { } text && Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") ? text : null;

    // Reports go to terminals and pages: no control characters, and no page of text as a title.
    private static string Clean(string text)
    {
        var line = text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim() : text;
        return line.Length > LongestText ? line[..LongestText] + "…" : line;
    }
}
