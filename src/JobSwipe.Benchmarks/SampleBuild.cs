using System.Text;

namespace JobSwipe.Benchmarks;

/// <summary>Programs that are written and compiled for the measurement.</summary>
public static class SampleBuild
{
    private const string Head = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <UseAppHost>false</UseAppHost>
            <TieredPGO>false</TieredPGO>
            <InvariantGlobalization>true</InvariantGlobalization>
            <AheadOnlyOwn>true</AheadOnlyOwn>
          </PropertyGroup>

        """;

    private static readonly string[] References = ["JobSwipe.Nuke", "Serilog"];

    /// <summary>A program that does nothing.</summary>
    /// <returns>How to run it.</returns>
    public static Program Empty(string folder) => Compile(folder, "empty", Head + "</Project>\n", "return;\n");

    /// <summary>A build of 500 targets, each depending on up to two before it, and of 8 that take a second each.</summary>
    /// <param name="folder">Where it is compiled.</param>
    /// <param name="engine">The folder of the engine, which is compiled ahead of time already.</param>
    /// <param name="ahead">What compiles a build ahead of time, as the one of this repository is.</param>
    public static Program Build(string folder, string engine, string ahead)
    {
        var references = string.Concat(References
            .Select(name => $"    <Reference Include=\"{name}\" HintPath=\"{Path.Combine(engine, name)}.dll\" />\n"));
        Directory.CreateDirectory(Path.Combine(folder, "targets", ".nuke"));
        return Compile(folder, "targets", $"{Head}  <ItemGroup>\n{references}  </ItemGroup>\n  <Import Project=\"{ahead}\" />\n</Project>\n", Source());
    }

    private static Program Compile(string folder, string name, string project, string source)
    {
        var own = Path.Combine(folder, name);
        Directory.CreateDirectory(own);
        // The settings of the repository around it are not the measured program's.
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" }) File.WriteAllText(Path.Combine(own, file), "<Project />\n");
        File.WriteAllText(Path.Combine(own, $"{name}.csproj"), project);
        File.WriteAllText(Path.Combine(own, "Program.cs"), source);
        new Program("dotnet", own, "build", "--configuration", "Release", "--verbosity", "quiet", "-nologo", "-nodeReuse:false", "-property:UseSharedCompilation=false").Measure();
        return new Program("dotnet", own, "exec", Path.Combine(own, "bin", "Release", "net10.0", $"{name}.dll"));
    }

    private static string Source()
    {
        var text = new StringBuilder("using Nuke.Common;\n\nclass Build : NukeBuild\n{\n    public static int Main() => Execute<Build>(x => x.T499);\n");
        for (var i = 0; i < 500; i++)
            text.Append($"    public Target T{i} => _ => _{(i > 0 ? $".DependsOn(T{i - 1})" : "")}{(i > 10 ? $".DependsOn(T{i / 2})" : "")}.Executes(() => {{ }});\n");
        for (var i = 0; i < 8; i++)
            text.Append($"    Target Second{i} => _ => _.Executes(() => Thread.Sleep(1000));\n");
        return text.Append("    Target Nothing => _ => _.Executes(() => { });\n}\n").ToString();
    }
}
