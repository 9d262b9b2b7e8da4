using System.Diagnostics;

namespace JobSwipe.Build.Tests.Workflows;

/// <summary>Runs programs.</summary>
internal static class Shell
{
    public static (int ExitCode, string Output) Run(string folder, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        if (variables is not null)
        {
            start.Environment.Clear();
            foreach (var (name, value) in variables) start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.GetAwaiter().GetResult());
    }
}
