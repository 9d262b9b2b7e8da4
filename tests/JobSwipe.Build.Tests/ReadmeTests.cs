using System.Text.RegularExpressions;

namespace JobSwipe.Build.Tests;

public sealed partial class ReadmeTests
{
    [Fact]
    public void Names_every_target_of_the_build()
    {
        var readme = Repository.Read("README.md");

        foreach (var target in Targets()) readme.ShouldContain($"| `{target}` |");
    }

    [Theory]
    [InlineData("Test"), InlineData("DockerBuild"), InlineData("Trivy"), InlineData("GitleaksScan"), InlineData("FlutterBuild")]
    [InlineData("Migrate"), InlineData("DeployStaging"), InlineData("SmokeTest"), InlineData("DeployProd"), InlineData("Backup")]
    [InlineData("Rehearse"), InlineData("RestoreBackup"), InlineData("Rollback")]
    public void The_build_has_the_targets_that_were_asked_for(string target) => Targets().ShouldContain(target);

    [Fact]
    public void Every_target_says_what_it_does()
    {
        foreach (var file in Directory.GetFiles(Repository.Path("build", "Components"), "I*.cs"))
        {
            var text = File.ReadAllText(file);
            TargetDeclaration().Count(text).ShouldBe(DescriptionCall().Count(text), Path.GetFileName(file));
        }
    }

    private static IEnumerable<string> Targets() => Directory.GetFiles(Repository.Path("build", "Components"), "I*.cs")
        .SelectMany(file => TargetDeclaration().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^    Target (\w+) => _ => _", RegexOptions.Multiline)]
    private static partial Regex TargetDeclaration();

    [GeneratedRegex(@"\.Description\(")]
    private static partial Regex DescriptionCall();
}
