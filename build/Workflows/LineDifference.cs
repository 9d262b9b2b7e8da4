using System;
using System.Collections.Generic;
using System.Linq;

namespace Workflows;

/// <summary>What changed between two texts, line by line, with a line around each change.</summary>
static class LineDifference
{
    public static string Of(string before, string after)
    {
        var (old, now) = (before.Split('\n'), after.Split('\n'));
        var lines = Lines(old, now);
        var shown = Enumerable.Range(0, lines.Count).Where(i => Enumerable.Range(i - 1, 3).Any(j => j >= 0 && j < lines.Count && lines[j][0] != ' '));
        return string.Join(Environment.NewLine, shown.Select(i => lines[i]));
    }

    // The longest common subsequence; workflows are short.
    static List<string> Lines(string[] old, string[] now)
    {
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
            for (var j = now.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        var lines = new List<string>();
        for (int i = 0, j = 0; i < old.Length || j < now.Length;)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j]) (lines, i, j) = ([.. lines, "  " + old[i]], i + 1, j + 1);
            else if (j == now.Length || (i < old.Length && common[i + 1, j] >= common[i, j + 1])) lines.Add("- " + old[i++]);
            else lines.Add("+ " + now[j++]);
        }
        return lines;
    }
}
