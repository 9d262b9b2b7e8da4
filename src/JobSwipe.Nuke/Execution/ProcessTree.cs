using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Nuke.Common.Execution;

/// <summary>Finds and ends processes by what the operating system knows of them.</summary>
internal static partial class ProcessTree
{
    private const int Sigterm = 15;
    private const int Sigkill = 9;

    public static IEnumerable<int> WithDescendants(Process root)
    {
        int id;
        try
        {
            if (root.HasExited)
                return [];
            id = root.Id;
        }
        catch (InvalidOperationException)
        {
            return [];
        }

        var children = Parents().Where(x => IsInOwnSession(x.Id)).ToLookup(x => x.Parent, x => x.Id);
        var found = new List<int> { id };
        for (var i = 0; i < found.Count; i++)
            found.AddRange(children[found[i]].Where(x => !found.Contains(x)));
        return found;
    }

    /// <summary>Processes of this session whose environment says that they belong to a build. Only Linux tells.</summary>
    public static HashSet<int> WithVariable(string name, string part)
    {
        var found = new HashSet<int>();
        if (!OperatingSystem.IsLinux())
            return found;
        foreach (var id in Ids())
        {
            if (id != Environment.ProcessId && IsInOwnSession(id) && Read($"/proc/{id}/environ") is { } environment &&
                environment.Split('\0').Any(x => x.StartsWith(name + "=", StringComparison.Ordinal) && x[(name.Length + 1)..].Split(':').Contains(part)))
                found.Add(id);
        }

        return found;
    }

    public static void Terminate(int id) => _ = SendSignal(id, Sigterm);

    public static void Kill(int id)
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = SendSignal(id, Sigkill);
            return;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended by itself.
        }
    }

    public static bool IsAlive(int id)
    {
        if (OperatingSystem.IsLinux())
            return Read($"/proc/{id}/stat") is { } stat && !stat[(stat.LastIndexOf(')') + 1)..].TrimStart().StartsWith('Z');
        if (!OperatingSystem.IsWindows())
            return SendSignal(id, 0) == 0;
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static IEnumerable<(int Id, int Parent)> Parents()
    {
        if (OperatingSystem.IsWindows())
            return [];
        if (!OperatingSystem.IsLinux())
            return ListedParents();
        return Ids()
            .Select(x => (Id: x, Stat: Read($"/proc/{x}/stat")))
            .Where(x => x.Stat != null)
            .Select(x => (x.Id, int.Parse(x.Stat[(x.Stat.LastIndexOf(')') + 2)..].Split(' ')[1])));
    }

    private static List<(int, int)> ListedParents()
    {
        using var process = Process.Start(new ProcessStartInfo("ps", "-axo pid=,ppid=") { RedirectStandardOutput = true });
        return process.StandardOutput.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(x => x.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(x => (int.Parse(x[0]), int.Parse(x[1])))
            .ToList();
    }

    private static IEnumerable<int> Ids() => Directory.EnumerateDirectories("/proc")
        .Select(x => int.TryParse(Path.GetFileName(x.AsSpan()), out var id) ? id : 0)
        .Where(x => x > 0);

    private static string Read(string file)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsInOwnSession(int id) => OperatingSystem.IsWindows() || Session(id) == Session(0);

    [DllImport("libc", EntryPoint = "getsid")]
    private static extern int Session(int pid);

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int pid, int signal);
}
