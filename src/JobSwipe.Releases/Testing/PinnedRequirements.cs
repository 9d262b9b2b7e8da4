using System.Text.RegularExpressions;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Testing;

/// <summary>What an application's requirements files pin, as <c>name==version</c>. Read as pip does (pip.pypa.io, requirements file format), without hashes and markers.</summary>
/// <param name="Pins">The pins, in order and without repetition.</param>
public sealed partial record PinnedRequirements(IReadOnlyList<string> Pins)
{
    private static readonly string[] Files = ["requirements.txt", "dev-requirements.txt"];

    /// <summary>Reads <c>requirements.txt</c> and <c>dev-requirements.txt</c> of a folder, and the files that they include.</summary>
    /// <exception cref="RequirementNotPinned">A line names no exact version.</exception>
    public static PinnedRequirements Read(string folder)
    {
        var files = Files.Select(name => Path.Combine(folder, name)).Where(File.Exists);
        return new PinnedRequirements([.. files.SelectMany(Lines).Distinct()]);
    }

    private static IEnumerable<string> Lines(string file)
    {
        foreach (var (line, number) in File.ReadLines(file).Select((line, at) => (Comment().Replace(line, "").Trim(), at + 1)))
        {
            if (line.Length == 0) continue;
            if (Include().Match(line) is { Success: true } include)
                foreach (var pin in Lines(Path.Combine(Path.GetDirectoryName(file)!, include.Groups[1].Value))) yield return pin;
            else yield return Pin().IsMatch(line) ? line.Replace(" ", "") : throw new RequirementNotPinned(file, number, line);
        }
    }

    [GeneratedRegex(@"(^|\s)#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(?:-r|--requirement)\s+(\S+)$")]
    private static partial Regex Include();

    [GeneratedRegex(@"^[A-Za-z0-9][\w.-]*(\[[\w,. -]+\])?\s*==\s*[\w.+!]+$")]
    private static partial Regex Pin();
}

/// <summary>Tests with whatever version is newest today prove nothing about tomorrow's.</summary>
public sealed class RequirementNotPinned(string file, int line, string requirement) : DeliveryError(
    $"{file}:{line}: '{requirement}' names no exact version.", "Write name==version; 'pip freeze' says what is installed.");
