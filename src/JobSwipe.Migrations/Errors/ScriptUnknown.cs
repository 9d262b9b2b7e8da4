using JobSwipe.Tools;

namespace JobSwipe.Migrations;

/// <summary>A number or a name that no script has.</summary>
public sealed class ScriptUnknown(string name, IEnumerable<string> known) : DeliveryError(
    $"There is no script '{name}'.", $"Give one of: {string.Join(", ", known)}; a number such as 0001 is enough.");
