using System.Xml.Linq;

namespace JobSwipe.Build.Tests;

public sealed class LayoutTests
{
    /// <summary>A project knows only those before it.</summary>
    private static readonly string[] Order =
        ["Tools", "Storage", "Migrations", "Backups", "Releases", "Security", "Monitoring", "Reports", "Rehearsal", "Benchmarks"];

    /// <summary>These know none and are known by none in src/: a wrong belief must not sit on both sides.</summary>
    private static readonly string[] Alone = ["Nuke", "LocalFly", "Reference"];

    [Fact]
    public void Every_project_has_its_place() =>
        Repository.SourceProjects().Select(Name).Order().ShouldBe(Order.Concat(Alone).Order());

    [Fact]
    public void Projects_know_only_those_before_them()
    {
        foreach (var project in Repository.SourceProjects())
        {
            var place = Array.IndexOf(Order, Name(project));
            foreach (var reference in References(project))
            {
                place.ShouldNotBe(-1, $"{Name(project)} must know none, and knows {reference}");
                Array.IndexOf(Order, reference).ShouldBeInRange(0, place - 1, $"{Name(project)} knows {reference}");
            }
        }
    }

    [Fact]
    public void Every_project_in_src_has_a_readme_and_tests()
    {
        foreach (var project in Repository.SourceProjects())
        {
            File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "README.md")).ShouldBeTrue($"{Name(project)} has no README.md");
            File.Exists(Repository.Path("tests", $"JobSwipe.{Name(project)}.Tests", $"JobSwipe.{Name(project)}.Tests.csproj")).ShouldBeTrue($"{Name(project)} has no tests");
        }
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Read("JobSwipe.sln");

        foreach (var folder in new[] { "src", "tests", "build" })
            foreach (var project in Directory.GetFiles(Repository.Path(folder), "*.csproj", SearchOption.AllDirectories))
                solution.ShouldContain(Path.GetFileName(project));
    }

    [Fact]
    public void Every_project_has_a_lock_file()
    {
        foreach (var project in Repository.SourceProjects())
            File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")).ShouldBeTrue($"{Name(project)} has no packages.lock.json");
    }

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(project).Descendants("ProjectReference").Select(reference => Name(reference.Attribute("Include")!.Value));

    private static string Name(string project) => Path.GetFileNameWithoutExtension(project).Replace("JobSwipe.", "");
}
