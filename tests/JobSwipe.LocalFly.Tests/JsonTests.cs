using System.Text.Json;
using JobSwipe.LocalFly.Tests.Support;

namespace JobSwipe.LocalFly.Tests;

/// <summary>The shapes that flyctl prints (render.JSON of its Go structures): names, their case and their order.</summary>
public sealed class JsonTests(SharedPlatform platform)
{
    [Fact]
    public async Task Status_has_Pascal_case_outside_and_snake_case_inside()
    {
        await using var app = await DeployedAsync();

        var status = await ReadAsync(app, "status");

        Names(status).ShouldBe(["ID", "Name", "Deployed", "Status", "Hostname", "Version", "AppURL", "Organization", "PlatformVersion", "Machines"]);
        status.GetProperty("Deployed").GetBoolean().ShouldBeTrue();
        status.GetProperty("Status").GetString().ShouldBe("deployed");
        status.GetProperty("Version").GetInt32().ShouldBe(1);
        Names(status.GetProperty("Machines")[0]).ShouldContain("image_ref");
    }

    [Fact]
    public async Task Status_of_an_app_without_machines_is_pending()
    {
        await using var app = await SampleApp.CreateAsync();

        var status = await ReadAsync(app, "status");

        status.GetProperty("Deployed").GetBoolean().ShouldBeFalse();
        status.GetProperty("Status").GetString().ShouldBe("pending");
    }

    [Fact]
    public async Task Machine_list_has_the_fields_of_the_Machines_API()
    {
        await using var app = await DeployedAsync();

        var machine = (await ReadAsync(app, "machine", "list"))[0];

        Names(machine).ShouldBe(["id", "name", "state", "region", "image_ref", "instance_id", "version", "created_at", "updated_at", "config", "events", "checks", "host_status", "cordoned"], ignoreOrder: true);
        Names(machine.GetProperty("image_ref")).ShouldBe(["registry", "repository", "tag", "digest", "labels"]);
        Names(machine.GetProperty("checks")[0]).ShouldBe(["name", "status", "output", "updated_at"]);
        Names(machine.GetProperty("events")[0]).ShouldBe(["type", "status", "timestamp", "source"]);
        var config = machine.GetProperty("config");
        config.GetProperty("stop_config").GetRawText().Replace(" ", "").Replace("\n", "").ShouldBe("""{"signal":"SIGINT","timeout":"3s"}""");
        config.GetProperty("restart").GetProperty("policy").GetString().ShouldBe("on-failure");
        config.GetProperty("metadata").GetProperty("fly_process_group").GetString().ShouldBe("app");
        config.GetProperty("metadata").GetProperty("fly_release_version").GetString().ShouldBe("1");
        config.GetProperty("checks").GetProperty("servicecheck-00-http-8080").GetProperty("interval").GetString().ShouldBe("1s");
    }

    [Fact]
    public async Task Releases_are_newest_first_and_at_most_25()
    {
        await using var app = await SampleApp.CreateAsync();
        for (var number = 1; number <= 26; number++) await app.DeployedAsync(platform.Registry.Image("one"), "--update-only");

        var releases = await ReadAsync(app, "releases");

        Names(releases[0]).ShouldBe(
            ["ID", "Version", "Stable", "InProgress", "Reason", "Description", "Status", "DeploymentStrategy", "Metadata", "User", "EvaluationID", "CreatedAt", "ImageRef"]);
        releases.EnumerateArray().Select(release => release.GetProperty("Version").GetInt32()).ShouldBe(Enumerable.Range(2, 25).Reverse());
        releases[0].GetProperty("Status").GetString().ShouldBe("complete");
        releases[0].GetProperty("ImageRef").GetString().ShouldBe(platform.Registry.Image("one"));
    }

    [Fact]
    public async Task Image_show_is_an_array_of_texts()
    {
        await using var app = await DeployedAsync();

        var image = (await ReadAsync(app, "image", "show"))[0];

        Names(image).ShouldBe(["MachineID", "Registry", "Repository", "Tag", "Version", "Digest", "Labels"]);
        image.GetProperty("Registry").GetString().ShouldBe("registry.fly.io");
        image.GetProperty("Digest").GetString().ShouldStartWith("sha256:");
    }

    [Fact]
    public async Task Scale_show_counts_by_group_and_region()
    {
        await using var app = await DeployedAsync();

        (await app.OutputAsync("scale", "show", "--json")).Replace(" ", "").Replace("\n", "")
            .ShouldBe("""[{"Process":"app","Count":1,"CPUKind":"shared","CPUs":1,"Memory":256,"Regions":{"iad":1}}]""");
    }

    [Fact]
    public async Task Deploy_prints_the_release_when_asked_by_a_variable()
    {
        await using var app = await SampleApp.CreateAsync();

        var result = await Programs.FlyAsync(
            new Dictionary<string, string?> { ["LOCALFLY_STATE"] = platform.State, ["FLY_API_TOKEN"] = "any", ["FLY_EMIT_RELEASE_JSON"] = "1" },
            "deploy", "--config", app.Toml, "--image", platform.Registry.Image("one"), "--update-only");

        Names(JsonSerializer.Deserialize<JsonElement>(result.Output.TrimEnd().Split('\n')[^1])).ShouldBe(["id", "version", "image_ref"]);
    }

    private async Task<SampleApp> DeployedAsync()
    {
        var app = await SampleApp.CreateAsync();
        await app.DeployedAsync(platform.Registry.Image("one"), "--ha=false");
        return app;
    }

    private static async Task<JsonElement> ReadAsync(SampleApp app, params string[] command) => JsonSerializer.Deserialize<JsonElement>(await app.OutputAsync([.. command, "--json"]));

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
