using Nuke.Common.Tooling;
using Nuke.Common.Tools.Docker;

namespace JobSwipe.Nuke.Tests.Tools;

public class DockerTests
{
    [Fact]
    public void Builds() => new DockerBuildSettings()
        .SetPath(".").SetFile("Dockerfile").SetTag("app:1", "app:latest").AddBuildArg("A=b c").SetPlatform("linux/amd64").EnablePull().DisableRm()
        .SetProgress(DockerProgressType.plain)
        .Arguments().ShouldBe(
            ["build", "--file", "Dockerfile", "--tag", "app:1", "--tag", "app:latest", "--build-arg", "A=b c", "--platform", "linux/amd64", "--progress", "plain", "--pull", "--rm=false", "."]);

    [Fact]
    public void Pushes() => new DockerPushSettings().SetName("r/app").EnableAllTags().SetLogLevel(DockerLogLevel.warn)
        .Arguments().ShouldBe(["--log-level", "warn", "push", "--all-tags", "r/app"]);

    [Fact]
    public void Tags() => new DockerTagSettings().SetSourceImage("app:1").SetTargetImage("r/app:1").Arguments().ShouldBe(["tag", "app:1", "r/app:1"]);

    [Fact]
    public void Saves() => new DockerSaveSettings().SetOutput("app.tar").AddImages("app:1").Arguments().ShouldBe(["save", "--output", "app.tar", "app:1"]);

    [Fact]
    public void Logs_in_without_the_password_among_the_arguments()
    {
        var settings = new DockerLoginSettings().SetServer("registry").SetUsername("me").SetPassword("secret");

        settings.Arguments().ShouldBe(["login", "--username", "me", "--password-stdin", "registry"]);
        settings.StandardInput.ShouldBe("secret");
    }
}
