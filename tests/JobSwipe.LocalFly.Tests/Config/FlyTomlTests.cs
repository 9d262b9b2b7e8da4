using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Config;
using JobSwipe.LocalFly.Deployments;
using JobSwipe.LocalFly.Tests.Support;

namespace JobSwipe.LocalFly.Tests.Config;

public sealed class FlyTomlTests
{
    private static FlyToml Read(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("fly.toml"), text);
        return FlyToml.Load(folder.File("fly.toml"));
    }

    private static string ErrorOf(string text) => Should.Throw<FlyError>(() => Read(text)).Message;

    public sealed class Keys
    {
        [Theory]
        [InlineData("[tls]\nx = 1", "tls (nearest: ")]
        [InlineData("[log]\nlevel = \"info\"", "log (nearest: ")]
        [InlineData("[[limits]]\nx = 1", "limits (nearest: files)")]
        [InlineData("[[process_scaling]]\nx = 1", "process_scaling (nearest: processes)")]
        [InlineData("[http_service]\nscale_to_zero = true", "http_service.scale_to_zero (nearest: ")]
        [InlineData("[http_service]\nmax_machines_running = 3", "http_service.max_machines_running (nearest: min_machines_running)")]
        [InlineData("[build]\n[build.deploy]\nstrategy = \"rolling\"", "build.deploy ([deploy] belongs at the top, not inside [build])")]
        [InlineData("[[http_service.checks]]\nintervall = \"5s\"", "http_service.checks.intervall (nearest: interval)")]
        [InlineData("[checks.alive]\ntyp = \"http\"", "checks.alive.typ (nearest: type)")]
        [InlineData("[[services.ports]]\nhandler = [\"http\"]", "services.ports.handler (nearest: handlers)")]
        public void Names_an_unknown_one_with_the_nearest(string text, string error) => ErrorOf(text).ShouldContain(error);

        [Fact]
        public void Names_all_at_once() => ErrorOf("[tls]\n[log]\n").ShouldMatch("tls .*; log ");

        [Fact]
        public void Knows_those_of_flyctls_reference_file() => Read("""
            app = "foo"
            swap_size_mb = 512
            [experimental]
            entrypoint = ["x"]
            [build]
            dockerfile = "Dockerfile"
            build-target = "target"
            [build.args]
            any = "name"
            [deploy]
            release_command = "migrate"
            [deploy.release_command_vm]
            memory = "1gb"
            [http_service]
            internal_port = 8080
            [http_service.http_options.response.headers]
            any-header = "x"
            [checks.status]
            type = "http"
            port = 8080
            [[services]]
            internal_port = 8081
            protocol = "tcp"
            [[services.tcp_checks]]
            interval = "21s"
            restart_limit = 3
            """).App.ShouldBe("foo");
    }

    public sealed class Errors
    {
        [Fact]
        public void Says_where_the_syntax_is_wrong() => ErrorOf("app = \"x\"\n[http_service\n").ShouldMatch(@"failed loading app config from .*fly\.toml: .*2");

        [Theory]
        [InlineData("kill_timeout = \"soon\"", "kill_timeout: must be a duration such as \"15s\", and is \"soon\"")]
        [InlineData("kill_signal = \"SIGNOPE\"", "'SIGNOPE' is not one of SIGINT")]
        [InlineData("http_service = \"x\"", "http_service: must be a table, and is \"x\"")]
        [InlineData("app = 5", "app: must be a string, and is 5")]
        [InlineData("[deploy]\nstrategy = \"bluegren\"", "unsupported deployment strategy 'bluegren'")]
        [InlineData("[http_service]\nprocesses = [\"web\"]", "names the process group 'web', and there is only app")]
        [InlineData("[[restart]]\npolicy = \"sometimes\"", "invalid restart policy: sometimes")]
        [InlineData("[checks.x]\ntype = \"udp\"", "must be 'http' or 'tcp'")]
        [InlineData("[checks.x]\ntype = \"tcp\"", "has no http_service to take it from")]
        [InlineData("[env]\nPORT = \"3000\"\n[http_service]\ninternal_port = 8080", "PORT is 3000, and internal_port is 8080")]
        public void Names_what_cannot_be_followed(string text, string error) => ErrorOf(text).ShouldContain(error);
    }

    public sealed class Machines
    {
        [Fact]
        public void Names_a_services_checks_as_Fly_does() => Config("[http_service]\ninternal_port = 3000\n[[http_service.checks]]\npath = \"/a\"\n[[http_service.checks]]\npath = \"/b\"")
            .Checks.Keys.ShouldBe(["servicecheck-00-http-3000", "servicecheck-01-http-3000"]);

        [Fact]
        public void Takes_services_with_their_checks()
        {
            var config = Config("[[services]]\ninternal_port = 9000\n[[services.ports]]\nport = 80\nhandlers = [\"http\"]\n[[services.tcp_checks]]\ninterval = \"3s\"");

            config.TakesHttp.ShouldBeTrue();
            config.Checks["servicecheck-00-tcp-9000"].Interval.ShouldBe(TimeSpan.FromSeconds(3));
        }

        [Fact]
        public void Sends_no_requests_to_a_service_that_is_not_HTTP() => Config("[[services]]\ninternal_port = 5432\n[[services.ports]]\nport = 5432\nhandlers = [\"tls\"]").TakesHttp.ShouldBeFalse();

        [Fact]
        public void Takes_checks_without_a_service() => Config("[checks.alive]\ntype = \"http\"\nport = 9090\npath = \"/alive\"").Checks["alive"].Path.ShouldBe("/alive");

        [Fact]
        public void Takes_mounts_the_restart_policy_and_the_size()
        {
            var config = Config("[mounts]\nsource = \"data\"\ndestination = \"/data\"\n[[restart]]\npolicy = \"never\"\n[[vm]]\nmemory = \"1gb\"\ncpus = 2");

            config.Mounts.ShouldHaveSingleItem().Path.ShouldBe("/data");
            config.Restart.Policy.ShouldBe("no");
            (config.Guest.MemoryMb, config.Guest.Cpus).ShouldBe((1024, 2));
        }

        /// <summary>flyctl: Flatten gives a section without processes to the default group only, but a size to all.</summary>
        [Fact]
        public void Gives_a_section_without_groups_to_the_default_group()
        {
            const string text = "[processes]\napp = \"serve\"\nworker = \"work hard\"\n[http_service]\ninternal_port = 8080\n[[vm]]\nmemory_mb = 512";

            Config(text).TakesHttp.ShouldBeTrue();
            Config(text, "worker").TakesHttp.ShouldBeFalse();
            Config(text, "worker").Guest.MemoryMb.ShouldBe(512);
            Config(text, "worker").Init.Cmd.ShouldBe(["work", "hard"]);
        }

        [Fact]
        public void Tells_the_program_its_group_and_region() => Config("primary_region = \"iad\"\n[env]\nA = 1\nB = true").Env
            .ShouldBe(new Dictionary<string, string> { ["A"] = "1", ["B"] = "true", ["FLY_PROCESS_GROUP"] = "app", ["PRIMARY_REGION"] = "iad" }, ignoreOrder: true);

        private static LocalFly.Api.MachineConfig Config(string text, string group = "app") => new DeployPlan(Read(text), "image").ConfigOf(group, 1);
    }
}
