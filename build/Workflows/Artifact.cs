using System;
using System.Collections.Generic;
using System.Linq;

namespace Workflows;

/// <summary>Files of a job that are kept, and handed to the jobs that consume them.</summary>
/// <param name="Name">Its name in the run.</param>
/// <param name="Paths">What is in it, as seen from the root directory.</param>
/// <param name="IsConsumed">Whether another job of the workflow needs it.</param>
sealed record Artifact(string Name, IReadOnlyList<string> Paths, bool IsConsumed)
{
    /// <summary>
    /// Where it is unpacked to lie as before. upload-artifact keeps paths below the folder that all patterns have in common; a
    /// single file keeps only its name.
    /// </summary>
    public string Folder
    {
        get
        {
            var parts = Paths.Select(Fixed).ToList();
            var common = parts[0].TakeWhile((part, i) => parts.All(other => i < other.Length && other[i] == part)).ToArray();
            return string.Join('/', common);
        }
    }

    // The folders before the first wildcard or the file's name.
    static string[] Fixed(string path)
    {
        var parts = path.Split('/');
        var wildcard = Array.FindIndex(parts, part => part.Contains('*'));
        return parts[..(wildcard >= 0 ? wildcard : parts.Length - 1)];
    }
}
