namespace JobSwipe.Tools.Installing;

/// <summary>Programs are not on this machine. The message names the packages and the commands that bring them.</summary>
public sealed class ToolsMissing(IReadOnlyList<ExternalTool> missing) : DeliveryError(
    $"Missing on this machine: {string.Join(", ", missing.Select(tool => tool.Name == tool.DebianPackage ? tool.Name : $"{tool.Name} (package {tool.DebianPackage})"))}.",
    $"Run the same command with --install-tools, or install by hand: {Debian(missing)}{Homebrew(missing)}")
{
    private static string Debian(IReadOnlyList<ExternalTool> missing) =>
        $"Debian: sudo apt-get install {string.Join(' ', missing.Select(tool => tool.DebianPackage).Distinct())}";

    private static string Homebrew(IReadOnlyList<ExternalTool> missing)
    {
        var formulas = missing.Select(tool => tool.HomebrewFormula).OfType<string>().Distinct().ToArray();
        return formulas.Length == 0 ? "" : $"; Homebrew: brew install {string.Join(' ', formulas)}";
    }
}
