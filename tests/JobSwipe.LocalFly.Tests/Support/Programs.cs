using System.Diagnostics;
using System.Runtime.InteropServices;

namespace JobSwipe.LocalFly.Tests.Support;

/// <summary>Programs of the machine, and the one that is tested as a program.</summary>
internal static class Programs
{
    public static string DotnetRoot { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    public static ProcessStartInfo Fly(IReadOnlyDictionary<string, string?> env, params IReadOnlyList<string> arguments)
    {
        var info = new ProcessStartInfo(Path.Combine(DotnetRoot, "dotnet"), ["exec", Path.Combine(AppContext.BaseDirectory, "JobSwipe.LocalFly.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in new[] { "FLY_API_TOKEN", "FLY_ACCESS_TOKEN" }) info.Environment.Remove(name);
        foreach (var (name, value) in env) info.Environment[name] = value;
        return info;
    }

    /// <summary>Runs the program to its end.</summary>
    public static async Task<CliResult> FlyAsync(IReadOnlyDictionary<string, string?> env, params IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(Fly(env, arguments))!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CliResult(process.ExitCode, output, await error);
    }

    public static void Signal(int process, string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, $"{process}"]);
        kill.WaitForExit();
    }

    /// <summary>The processes whose environment has a text, by <c>/proc</c>.</summary>
    public static IReadOnlyList<int> WithEnvironment(string text) => [.. Ids().Where(id => Read(id, "environ").Contains(text))];

    /// <summary>The arguments of every process.</summary>
    public static IEnumerable<string> Arguments() => Ids().Select(id => Read(id, "cmdline"));

    private static IEnumerable<int> Ids() => Directory.EnumerateDirectories("/proc").Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0).Where(id => id > 0);

    private static string Read(int id, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{file}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}

internal sealed record CliResult(int ExitCode, string Output, string Error);
