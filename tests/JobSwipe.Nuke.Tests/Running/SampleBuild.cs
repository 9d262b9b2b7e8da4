using System.Diagnostics;
using System.Runtime.InteropServices;

namespace JobSwipe.Nuke.Tests.Running;

/// <summary>Runs the sample build as a process, in a root directory of its own.</summary>
internal sealed class SampleBuild : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "SampleBuild.dll");

    private readonly Dictionary<string, string?> _environment = new()
    {
        // What the machine that runs the tests happens to have must not matter.
        ["GITHUB_ACTIONS"] = null,
        ["GITHUB_STEP_SUMMARY"] = null,
        ["GITHUB_OUTPUT"] = null,
        ["CI"] = null,
        ["NO_COLOR"] = null,
        ["TERM"] = "xterm",
        ["NUKE_ROOT"] = null
    };

    public SampleBuild() => Directory.CreateDirectory(Path.Combine(Root, ".nuke"));

    public string Root { get; } = Directory.CreateTempSubdirectory("sample-build-").FullName;

    public SampleBuild With(string variable, string value)
    {
        _environment[variable] = value;
        return this;
    }

    public SampleBuild WithFile(string name, string content)
    {
        File.WriteAllText(Path.Combine(Root, name), content);
        return this;
    }

    public Result Run(params string[] arguments)
    {
        using var process = Start(arguments);
        return Finish(process);
    }

    public Process Start(params string[] arguments)
    {
        return Start(new ProcessStartInfo("dotnet", [Program, .. arguments]));
    }

    /// <summary>Runs it with a terminal.</summary>
    public Result RunOnTerminal(params string[] arguments)
    {
        var command = string.Join(' ', arguments.Prepend(Program).Prepend("dotnet").Select(x => $"'{x}'"));
        using var process = Start(new ProcessStartInfo("script", ["--quiet", "--return", "--command", command, "/dev/null"]));
        return Finish(process);
    }

    private Process Start(ProcessStartInfo start)
    {
        (start.WorkingDirectory, start.RedirectStandardOutput, start.RedirectStandardError, start.RedirectStandardInput) = (Root, true, true, true);
        foreach (var (name, value) in _environment)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Reads the output up to a line.</summary>
    public static void WaitForLine(Process process, string line)
    {
        while (process.StandardOutput.ReadLine() is { } read)
        {
            if (read == line)
                return;
        }

        throw new InvalidOperationException($"'{line}' never came");
    }

    public static Result Finish(Process process)
    {
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Result(process.ExitCode, output + error.Result);
    }

    public static void Signal(Process process, int signal) => Signal(process.Id, signal);

    public static void Signal(int process, int signal) => _ = Kill(process, signal);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int pid, int signal);

    internal sealed record Result(int ExitCode, string Output)
    {
        /// <summary>The row of a target in the final table, with single spaces.</summary>
        public string Row(string target) =>
            string.Join(' ', Output.Split('\n').Last(x => x.StartsWith(target + " ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
