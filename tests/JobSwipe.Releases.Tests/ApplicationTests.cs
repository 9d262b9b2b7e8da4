using JobSwipe.Tools;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Tests;

public sealed class ApplicationTests : IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("backend")]
    public void Is_read_from_the_folder_or_its_backend(string subfolder)
    {
        Write(subfolder);

        var application = Application.Load(_folder.Path);

        (application.Name, application.Staging.App).ShouldBe(("sample", "sample-staging"));
        application.Project.ShouldBeNull();
        application.Smoke.Http.ShouldHaveSingleItem().Path.ShouldBe("/health");
    }

    [Theory]
    [InlineData("Dockerfile")]
    [InlineData("fly.toml")]
    [InlineData("fly.staging.toml")]
    [InlineData("smoke.json")]
    [InlineData("seed.sql")]
    public void Names_the_file_that_is_missing(string file)
    {
        Write("");
        File.Delete(Path.Combine(_folder.Path, file));

        Should.Throw<ApplicationInvalid>(() => Application.Load(_folder.Path)).Message.ShouldContain(file);
    }

    [Fact]
    public void Refuses_a_check_that_is_misspelt()
    {
        Write("");
        File.WriteAllText(Path.Combine(_folder.Path, "smoke.json"), """{ "http": [{ "name": "health", "path": "/health", "statsu": 200 }], "browser": [] }""");

        Should.Throw<DeliveryError>(() => Application.Load(_folder.Path)).Message.ShouldContain("statsu");
    }

    [Fact]
    public void Refuses_a_broken_fly_toml()
    {
        Write("");
        File.WriteAllText(Path.Combine(_folder.Path, "fly.toml"), "app = ");

        Should.Throw<ApplicationInvalid>(() => Application.Load(_folder.Path)).Message.ShouldContain("fly.toml is not TOML");
    }

    [Fact]
    public void Brings_its_migrations_or_none()
    {
        Write("");
        var without = Application.Load(_folder.Path);
        var scripts = Directory.CreateDirectory(Path.Combine(_folder.Path, "migrations")).FullName;
        File.WriteAllText(Path.Combine(scripts, "0001_baseline.sql"), "select 1;\n");
        var with = Application.Load(_folder.Path);

        (without.Migrations, without.MigrationHead).ShouldBe((null, Application.NoMigrations));
        (with.Migrations, with.Staging.Migrations, with.MigrationHead).ShouldBe((scripts, scripts, "0001_baseline"));
    }

    [Fact]
    public void Refuses_a_link_to_migrations_that_git_could_not_make()
    {
        Write("");
        File.WriteAllText(Path.Combine(_folder.Path, "migrations"), "../scripts");

        Should.Throw<ApplicationInvalid>(() => Application.Load(_folder.Path)).Message.ShouldContain("core.symlinks");
    }

    private void Write(string subfolder)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, subfolder)).FullName;
        File.WriteAllText(Path.Combine(folder, "Dockerfile"), "FROM scratch\n");
        File.WriteAllText(Path.Combine(folder, "fly.toml"), "app = \"sample\"\n");
        File.WriteAllText(Path.Combine(folder, "fly.staging.toml"), "app = \"sample-staging\"\n");
        File.WriteAllText(Path.Combine(folder, "seed.sql"), "select 1;\n");
        File.WriteAllText(Path.Combine(folder, "smoke.json"), """{ "http": [{ "name": "health", "path": "/health" }], "browser": [] }""");
    }
}
