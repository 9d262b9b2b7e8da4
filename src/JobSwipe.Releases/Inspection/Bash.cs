using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Inspection;

/// <summary>bash as a reader: <c>-n</c> runs nothing.</summary>
internal static class Bash
{
    // Steps of workflows repeat themselves, and starting a process is most of an inspection's time.
    private static readonly ConcurrentDictionary<string, (int, string)?> Known = new();

    /// <summary>The first mistake; null when there is none, or no bash on this machine.</summary>
    public static (int Line, string Message)? Error(string text) => Known.GetOrAdd(text, Ask);

    private static (int, string)? Ask(string text)
    {
        try
        {
            var result = new Command("bash", "-n") { Input = text }.RunAsync().GetAwaiter().GetResult();
            return result.ExitCode == 0 || Regex.Match(result.Error, @"line (\d+): (.*)") is not { Success: true } match ? null : (int.Parse(match.Groups[1].Value), match.Groups[2].Value);
        }
        catch (ToolMissing)
        {
            return null;
        }
    }
}
