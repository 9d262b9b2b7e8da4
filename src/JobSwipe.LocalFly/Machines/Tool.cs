using System.Diagnostics;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Machines;

/// <summary>Runs a program of this machine to its end.</summary>
internal static class Tool
{
    /// <summary>Returns what it printed, trimmed.</summary>
    /// <exception cref="PlatformError">It ended with another exit code than 0.</exception>
    public static async Task<string> RunAsync(IReadOnlyList<string> command, string? folder = null)
    {
        var info = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? "" };
        using var process = Process.Start(info)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output.Trim() : throw new PlatformError($"{command[0]} ended with exit code {process.ExitCode}: {(await error).Trim()}");
    }
}
