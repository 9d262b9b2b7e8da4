using JobSwipe.Releases.Fly;

namespace JobSwipe.Releases.Tests.Fly;

public sealed class DeploySettingsTests
{
    [Fact]
    public void Deploys_by_digest_without_the_flags_that_hide_failures()
    {
        var settings = new DeploySettings { App = "jobswipe", Config = "fly.toml", Image = "registry.fly.io/jobswipe@sha256:ab", WaitTimeout = TimeSpan.FromSeconds(90) };

        string.Join(' ', settings.ToArguments()).ShouldBe(
            "deploy --app jobswipe --config fly.toml --image registry.fly.io/jobswipe@sha256:ab --strategy bluegreen --wait-timeout 90s"
            + " --remote-only --skip-release-command --deploy-retries 0 --yes");
    }

    [Fact]
    public void Makes_one_machine_where_none_is_to_spare() =>
        new DeploySettings { App = "a", Config = "c", Image = "i", HighlyAvailable = false }.ToArguments()[^1].ShouldBe("--ha=false");
}
