using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Nuke.Common.IO;

namespace Workflows;

/// <summary>The committed workflows.</summary>
sealed class WorkflowFolder(AbsolutePath folder)
{
    /// <summary>Writes what differs and removes what no attribute declares any more.</summary>
    public IReadOnlyList<string> Write(IReadOnlyDictionary<AbsolutePath, string> files)
    {
        folder.CreateDirectory();
        var changed = new List<string>();
        foreach (var (file, text) in files.Where(file => Read(file.Key) != file.Value))
        {
            File.WriteAllText(file, text);
            changed.Add($"wrote {file.Name}");
        }
        foreach (var orphan in Orphans(files))
        {
            File.Delete(orphan);
            changed.Add($"removed {orphan.Name}");
        }
        return changed;
    }

    /// <summary>How the committed files differ from what would be written; empty when they do not.</summary>
    public IReadOnlyList<string> Differences(IReadOnlyDictionary<AbsolutePath, string> files) =>
    [
        .. files.Where(file => Read(file.Key) != file.Value).Select(file => $"{file.Key.Name} differs:{Environment.NewLine}{LineDifference.Of(Read(file.Key), file.Value)}"),
        .. Orphans(files).Select(orphan => $"{orphan.Name} is declared by no attribute"),
    ];

    IEnumerable<AbsolutePath> Orphans(IReadOnlyDictionary<AbsolutePath, string> files) => folder.DirectoryExists()
        ? folder.GlobFiles("*.yml", "*.yaml").Where(file => !files.ContainsKey(file))
        : [];

    static string Read(AbsolutePath file) => File.Exists(file) ? File.ReadAllText(file) : "";
}
