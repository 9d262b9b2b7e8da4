using System.Diagnostics;

namespace JobSwipe.Nuke.Tests.Starting;

/// <summary>A small repository with the real build.sh and a build that only says what it was compiled from.</summary>
public sealed class Checkout : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <UseAppHost>false</UseAppHost>
          </PropertyGroup>
        </Project>
        """;

    public Checkout()
    {
        Directory.CreateDirectory(Path.Combine(Root, ".nuke"));
        Directory.CreateDirectory(Path.Combine(Root, "src"));
        Directory.CreateDirectory(Path.Combine(Root, "build"));
        var repository = Repository();
        foreach (var file in new[] { "build.sh", "global.json" })
            File.Copy(Path.Combine(repository, file), Path.Combine(Root, file));
        File.WriteAllText(Path.Combine(Root, "build", "_build.csproj"), Project);
        File.WriteAllText(Path.Combine(Root, ".gitignore"), "bin/\nobj/\n.nuke/temp/\n");
        Say("one");
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("build-sh-").FullName;

    public string Source => Path.Combine(Root, "build", "Program.cs");

    /// <summary>Changes what the build says.</summary>
    public void Say(string word) => File.WriteAllText(Source, $"System.Console.WriteLine(\"{word} \" + string.Join(' ', args));\n");

    public Process Start(params string[] arguments) => Start("bash", null, [Path.Combine(Root, "build.sh"), .. arguments]);

    public (int ExitCode, string Output, string Error) Run(params string[] arguments) => Finish(Start(arguments));

    public (int ExitCode, string Output, string Error) RunWithPath(string path, params string[] arguments) =>
        Finish(Start("/bin/bash", path, [Path.Combine(Root, "build.sh"), .. arguments]));

    public void Git(params string[] arguments) =>
        Finish(Start("git", null, ["-c", "user.name=t", "-c", "user.email=t@t", .. arguments])).ExitCode.ShouldBe(0);

    public static (int ExitCode, string Output, string Error) Finish(Process process)
    {
        using (process)
        {
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output.Trim(), error.Result.Trim());
        }
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private Process Start(string program, string? path, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("NUKE_ROOT");

        // The way in which these tests themselves were started must not matter.
        foreach (var name in start.Environment.Keys.Where(x => x.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        if (path != null)
            start.Environment["PATH"] = path;
        return Process.Start(start)!;
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "build.sh")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
