using JobSwipe.Migrations;
using JobSwipe.Releases.Smoke;
using JobSwipe.Tools;
using Tomlyn;
using Tomlyn.Model;

namespace JobSwipe.Releases;

/// <summary>What is delivered, as found in its folder.</summary>
public sealed record Application
{
    /// <summary>The folder that holds the Dockerfile.</summary>
    public required string Folder { get; init; }

    /// <summary>The application's name: its production app on Fly.</summary>
    public required string Name { get; init; }

    /// <summary>The .NET project to publish before the image is built; null when the Dockerfile does everything.</summary>
    public string? Project { get; init; }

    /// <summary>Production's <c>fly.toml</c>.</summary>
    public required FlyConfig Production { get; init; }

    /// <summary>Staging's <c>fly.staging.toml</c>.</summary>
    public required FlyConfig Staging { get; init; }

    /// <summary>What a smoke test checks, from <c>smoke.json</c>.</summary>
    public required SmokePlan Smoke { get; init; }

    /// <summary>The Dockerfile.</summary>
    public string Dockerfile => Path.Combine(Folder, "Dockerfile");

    /// <summary>SQL that fills a rehearsal's databases with data like production's.</summary>
    public string SeedFile => Path.Combine(Folder, "seed.sql");

    /// <summary>The folder of its migration scripts, <c>migrations/</c>; null when the build has nothing to migrate.</summary>
    public string? Migrations => Production.Migrations;

    /// <summary>The newest of its migrations; <see cref="NoMigrations"/> when it brings none.</summary>
    /// <exception cref="ScriptNotUsable">A script cannot be used.</exception>
    public string MigrationHead => Migrations is null ? NoMigrations : ScriptSet.Load(Migrations)[^1].Name;

    /// <summary>The migration head of an application without migrations.</summary>
    public const string NoMigrations = "none";

    /// <summary>Reads an application from a folder, or from the <c>backend</c> folder in it.</summary>
    /// <exception cref="ApplicationInvalid">A file is missing or wrong; it is named.</exception>
    public static Application Load(string folder)
    {
        if (!Directory.Exists(folder)) throw new ApplicationInvalid(folder, "the folder does not exist");
        var backend = Path.Combine(folder, "backend");
        var root = File.Exists(Path.Combine(folder, "Dockerfile")) || !Directory.Exists(backend) ? folder : backend;
        Require(root, "Dockerfile");
        Require(root, "seed.sql");
        var migrations = MigrationsIn(root);
        var production = FlyConfig.Load(Require(root, "fly.toml")) with { Migrations = migrations };
        return new Application
        {
            Folder = root,
            Name = production.App,
            Project = Directory.GetFiles(root, "*.csproj") is [var project] ? project : null,
            Production = production,
            Staging = FlyConfig.Load(Require(root, "fly.staging.toml")) with { Migrations = migrations },
            Smoke = SmokePlan.Load(Require(root, "smoke.json")),
        };
    }

    private static string? MigrationsIn(string root)
    {
        var path = Path.Combine(root, "migrations");
        // What a link to a folder becomes where git cannot make one; going on without migrations would be worse.
        if (File.Exists(path)) throw new ApplicationInvalid(root, "its migrations is a file, not a folder: check out with 'git -c core.symlinks=true'");
        return Directory.Exists(path) ? path : null;
    }

    private static string Require(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path) ? path : throw new ApplicationInvalid(folder, $"it has no {file}");
    }
}

/// <summary>One app on Fly: its configuration file, and the name in it.</summary>
/// <param name="File">Path of the fly.toml.</param>
/// <param name="App">The app's name.</param>
public sealed record FlyConfig(string File, string App)
{
    /// <summary>Whether its machines have volumes.</summary>
    public bool HasMounts { get; init; }

    /// <summary>The folder of the application's migration scripts; null when it brings none.</summary>
    public string? Migrations { get; init; }

    internal static FlyConfig Load(string file)
    {
        try
        {
            var table = TomlSerializer.Deserialize<TomlTable>(System.IO.File.ReadAllText(file));
            return table is not null && table.TryGetValue("app", out var app) && app is string { Length: > 0 } name
                ? new FlyConfig(file, name) { HasMounts = table.ContainsKey("mounts") || table.ContainsKey("mount") }
                : throw new ApplicationInvalid(Path.GetDirectoryName(file)!, $"{Path.GetFileName(file)} names no app");
        }
        catch (TomlException exception)
        {
            throw new ApplicationInvalid(Path.GetDirectoryName(file)!, $"{Path.GetFileName(file)} is not TOML: {exception.Message}");
        }
    }
}

/// <summary>A folder is not an application that can be delivered.</summary>
public sealed class ApplicationInvalid(string folder, string why) : DeliveryError(
    $"No application can be delivered from '{folder}': {why}.",
    "Point --application at a folder (or its backend folder) with Dockerfile, fly.toml, fly.staging.toml, smoke.json and seed.sql; README.md says what is in each.");
