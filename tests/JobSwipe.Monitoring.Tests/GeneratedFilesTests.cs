using JobSwipe.Monitoring.Configuration;

namespace JobSwipe.Monitoring.Tests;

public sealed class GeneratedFilesTests
{
    [Fact]
    public void Committed_files_are_what_comes_out()
    {
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1") GeneratedFiles.Write(Repository.Root);

        GeneratedFiles.Stale(Repository.Root).ShouldBeEmpty("./build.sh MonitoringGenerate writes them anew");
    }

    [Fact]
    public void Nothing_lies_beside_them_that_nobody_makes() =>
        Directory.GetFiles(Path.Combine(Repository.Root, ".github", "monitoring"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file)).Except(GeneratedFiles.All().Keys).ShouldBeEmpty();
}
