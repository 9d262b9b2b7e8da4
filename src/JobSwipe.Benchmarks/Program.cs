using System.Diagnostics;

namespace JobSwipe.Benchmarks;

/// <summary>A program that can be measured.</summary>
/// <param name="File">What to start.</param>
/// <param name="Folder">Where.</param>
/// <param name="Arguments">With what.</param>
public sealed record Program(string File, string Folder, params IReadOnlyList<string> Arguments)
{
    /// <summary>Runs it once.</summary>
    /// <returns>Wall time, and the highest memory that was seen; 0 where /proc does not tell.</returns>
    /// <exception cref="ProgramFailed">It did not succeed.</exception>
    public Run Measure()
    {
        var start = new ProcessStartInfo(File, Arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // The measured build is one of its own, not a part of this one.
        foreach (var name in new[] { "NUKE_ROOT", "GITHUB_ACTIONS" }) start.Environment.Remove(name);
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var peak = 0L;
        // Looking takes a processor away from a program that uses all of them: a long one is looked at less often.
        while (!process.WaitForExit((int)Math.Clamp(clock.ElapsedMilliseconds / 50, 2, 100))) peak = Math.Max(peak, Peak(process.Id));
        clock.Stop();
        var text = output.GetAwaiter().GetResult();
        if (process.ExitCode != 0) throw new ProgramFailed($"{File} {string.Join(' ', Arguments)}", process.ExitCode, text + error.GetAwaiter().GetResult());
        return new Run(clock.Elapsed.TotalSeconds, peak / 1024.0, text);
    }

    // VmHWM is the highest ever, so the last look before the end is enough.
    private static long Peak(int id)
    {
        try
        {
            var line = System.IO.File.ReadLines($"/proc/{id}/status").FirstOrDefault(item => item.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(new string([.. line.Where(char.IsAsciiDigit)]));
        }
        catch (IOException)
        {
            return 0;
        }
    }
}

/// <summary>How one run went.</summary>
/// <param name="Seconds">Wall time.</param>
/// <param name="Megabytes">The highest memory.</param>
/// <param name="Output">What it printed.</param>
public sealed record Run(double Seconds, double Megabytes, string Output);
