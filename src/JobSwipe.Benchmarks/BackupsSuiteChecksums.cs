using System.Diagnostics;
using System.Globalization;
using JobSwipe.Backups.Streams;

namespace JobSwipe.Benchmarks;

/// <summary>What a backup's checksums cost, in processor time: on a machine whose processors are all busy it is what counts.</summary>
public static class BackupsSuiteChecksums
{
    /// <summary>Hashes and sums up an archive as a backup does while it passes.</summary>
    /// <returns>Seconds of a processor, without those for reading the file.</returns>
    public static double ProcessorSeconds(string archive)
    {
        // The first pass is for the compiler.
        Pass(archive, true);
        return Pass(archive, true) - Pass(archive, false);
    }

    /// <summary>Runs a program and counts what the whole machine does meanwhile: a database server does the larger part.</summary>
    public static double ProcessorSeconds(Program program)
    {
        var before = Busy();
        program.Measure();
        return Busy() - before;
    }

    private static double Pass(string archive, bool checksums)
    {
        var buffer = new byte[256 * 1024];
        using var digest = new Digest(scanner: new DumpScanner());
        using var file = File.OpenRead(archive);
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (int read; (read = file.Read(buffer)) > 0;)
            if (checksums) digest.Add(buffer.AsSpan(0, read));
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }

    // proc(5): user, nice, system, idle, iowait, irq, softirq, … in hundredths of a second (USER_HZ is 100 on every Linux of today).
    private static double Busy()
    {
        var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(text => long.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        return (ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6]) / 100.0;
    }
}
