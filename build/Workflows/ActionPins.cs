using System.Collections.Generic;
using System.Linq;

namespace Workflows;

/// <summary>Every action that a workflow may use, by its commit: a tag can be moved, a commit cannot.</summary>
static class ActionPins
{
    static readonly Dictionary<string, (string Version, string Commit)> Table = new()
    {
        ["actions/checkout"] = ("v7.0.1", "3d3c42e5aac5ba805825da76410c181273ba90b1"),
        ["actions/setup-dotnet"] = ("v6.0.0", "a98b56852c35b8e3190ac28c8c2271da59106c68"),
        ["actions/upload-artifact"] = ("v7.0.0", "bbbca2ddaa5d8feaa63e36b76fdaad77386f024f"),
        ["actions/download-artifact"] = ("v8.0.1", "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c"),
        ["actions/attest"] = ("v4.2.2", "1e69f48acb82d1966a394da916b4c1698aa569d6"),
    };

    /// <summary>What stands after <c>uses:</c>.</summary>
    public static string Pinned(string action, object attribute)
    {
        if (!Table.TryGetValue(action, out var pin)) throw new WorkflowError(attribute, $"uses {action}, for which ActionPins has no commit");
        if (pin.Commit.Length != 40 || !pin.Commit.All(char.IsAsciiHexDigitLower)) throw new WorkflowError(attribute, $"uses {action}, which ActionPins does not pin to a full commit");
        return $"{action}@{pin.Commit} # {pin.Version}";
    }
}
