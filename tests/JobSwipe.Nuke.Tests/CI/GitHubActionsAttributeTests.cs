using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;

namespace JobSwipe.Nuke.Tests.CI;

public class GitHubActionsAttributeTests
{
    [Fact]
    public void Writes_what_NUKE_writes()
    {
        var attribute = new Sample("ci", GitHubActionsImage.UbuntuLatest)
        {
            On = [GitHubActionsTrigger.Push],
            ReadPermissions = [GitHubActionsPermissions.Contents],
            ImportSecrets = ["FlyApiToken"],
            InvokedTargets = ["Test"],
            TimeoutMinutes = 10,
            FetchDepth = 0
        };

        attribute.Text(Target("artifacts/test-results/*.json")).ShouldBe("""
            name: ci

            on: [push]

            permissions:
              contents: read

            jobs:
              ubuntu-latest:
                name: ubuntu-latest
                runs-on: ubuntu-latest
                timeout-minutes: 10
                steps:
                  - uses: actions/checkout@v6
                    with:
                      fetch-depth: 0
                  - name: 'Cache: .nuke/temp, ~/.nuget/packages'
                    uses: actions/cache@v4
                    with:
                      path: |
                        .nuke/temp
                        ~/.nuget/packages
                      key: ${{ runner.os }}-${{ hashFiles('**/global.json', '**/*.csproj', '**/Directory.Packages.props') }}
                  - name: 'Run: Test'
                    run: ./build.cmd Test
                    env:
                      FlyApiToken: ${{ secrets.FLY_API_TOKEN }}
                  - name: 'Publish: test-results'
                    uses: actions/upload-artifact@v5
                    with:
                      name: test-results
                      path: artifacts/test-results

            """);
    }

    [Fact]
    public void Writes_triggers_with_conditions()
    {
        var attribute = new Sample("ci", GitHubActionsImage.UbuntuLatest, GitHubActionsImage.MacOs14)
        {
            OnPushBranches = ["main"],
            OnPullRequestExcludePaths = ["docs/**"],
            OnWorkflowDispatchRequiredInputs = ["ReleaseVersion"],
            OnCronSchedule = "0 3 * * *",
            CacheKeyFiles = [],
            ConcurrencyCancelInProgress = true,
            InvokedTargets = ["Test"]
        };

        var text = attribute.Text();

        text.ShouldContain("push:\n    branches:\n      - 'main'\n  pull_request:\n    paths:\n      - '!docs/**'\n");
        text.ShouldContain("inputs:\n      ReleaseVersion:\n        description: \"Release Version\"\n        required: true\n");
        text.ShouldContain("schedule:\n    - cron: '0 3 * * *'\n");
        text.ShouldContain("ReleaseVersion: ${{ github.event.inputs.ReleaseVersion }}");
        text.ShouldContain("  macos-14:\n    name: macos-14\n    runs-on: macos-14\n");
        text.ShouldContain("cancel-in-progress: true");
        text.ShouldNotContain("cache");
    }

    [Fact]
    public void Wants_triggers_of_one_kind()
    {
        Should.Throw<Exception>(() => new Sample("ci", GitHubActionsImage.UbuntuLatest).Text()).Message.ShouldContain("Workflow 'ci' must define");
        Should.Throw<Exception>(() => new Sample("ci", GitHubActionsImage.UbuntuLatest) { On = [GitHubActionsTrigger.Push], OnCronSchedule = "0 3 * * *" }.Text())
            .Message.ShouldContain("not both");
    }

    private static ExecutableTarget Target(string product)
    {
        var target = new ExecutableTarget { Name = "Test" };
        target.ArtifactProducts.Add(NukeBuild.RootDirectory / product);
        return target;
    }

    private sealed class Sample : GitHubActionsAttribute
    {
        public Sample(string name, GitHubActionsImage image, params GitHubActionsImage[] images) : base(name, image, images) => Build = new SampleOfBuild();

        public string Text(params ExecutableTarget[] targets)
        {
            using var memory = new MemoryStream();
            using (var stream = new StreamWriter(memory) { NewLine = "\n" })
                GetConfiguration(targets).Write(CreateWriter(stream));
            return System.Text.Encoding.UTF8.GetString(memory.ToArray());
        }
    }

    private sealed class SampleOfBuild : NukeBuild;
}
