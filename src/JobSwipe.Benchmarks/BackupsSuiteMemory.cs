using System.Diagnostics;

namespace JobSwipe.Benchmarks;

/// <summary>The memory of a program and of all that it starts, summed up at the same moment.</summary>
public static class BackupsSuiteMemory
{
    private const double PagesInMegabyte = 256;

    /// <summary>Runs a program and looks ten times a second.</summary>
    /// <returns>The highest sum, in MB; pages that processes share count for each.</returns>
    public static double Peak(Program program)
    {
        var start = new ProcessStartInfo(program.File, program.Arguments) { WorkingDirectory = program.Folder, RedirectStandardOutput = true };
        start.Environment.Remove("NUKE_ROOT");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var peak = 0.0;
        while (!process.WaitForExit(100)) peak = Math.Max(peak, Sum(process.Id));
        if (process.ExitCode != 0) throw new ProgramFailed(program.File, process.ExitCode, output.GetAwaiter().GetResult());
        return peak;
    }

    private static double Sum(int root)
    {
        var processes = Directory.GetDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])).Select(Read).OfType<(int Id, int Parent, long Pages)>().ToArray();
        var tree = new HashSet<int> { root };
        while (processes.Any(one => tree.Contains(one.Parent) && tree.Add(one.Id))) { }
        return processes.Where(one => tree.Contains(one.Id)).Sum(one => one.Pages) / PagesInMegabyte;
    }

    // proc(5): after the name in brackets come state, parent, …, and the resident pages as the 24th field.
    private static (int, int, long)? Read(string folder)
    {
        try
        {
            var fields = File.ReadAllText(Path.Combine(folder, "stat")).Split(") ")[^1].Split(' ');
            return (int.Parse(Path.GetFileName(folder)), int.Parse(fields[1]), long.Parse(fields[21]));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
