using JobSwipe.Tools;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Mobile;

/// <summary>From a folder to the store.</summary>
public static class MobileDelivery
{
    /// <summary>Builds, verifies the signature, compares with the last build, and records the artifact by SHA-256.</summary>
    /// <exception cref="DeliveryError">One of these did not hold; nothing is recorded then.</exception>
    public static async Task<MobileBuild> BuildAsync(
        string application, string? version, MobileTarget target, string? flavor, string environment, double growth, AndroidKey key, string record, Action<string> say, Action<string> warn, CancellationToken cancellation = default)
    {
        var project = new FlutterProject(application);
        if (!project.Exists) return new MobileBuild(null, "not run: the application has no pubspec.yaml");
        var source = await SourceVersion.ReadAsync(application, version, cancellation);
        var folder = Path.GetDirectoryName(record)!;
        var settings = new FlutterBuildSettings
        {
            Target = target,
            VersionName = FlutterBuildSettings.NameOf(source.Version),
            BuildNumber = FlutterBuildSettings.NumberOf(source.Committed ?? throw new MobileSettingsInvalid("the application is in no git repository, so there is no build number", "Build it from a clone.")),
            Flavor = flavor,
            Environment = environment,
            Symbols = Path.Combine(folder, "symbols"),
        };
        using var signing = target is MobileTarget.Apk or MobileTarget.AppBundle ? AndroidSigning.Prepare(project.Folder, key) : null;
        var build = await project.BuildAsync(settings, say, cancellation);
        if (build.Artifact is null || target == MobileTarget.Web) return build;
        var signer = target switch
        {
            MobileTarget.Apk => await ApkSignature.VerifyAsync(build.Artifact, cancellation),
            MobileTarget.AppBundle => await BundleSignature.VerifyAsync(build.Artifact, cancellation),
            _ => "not run: Xcode signs an archive and verifies it",
        };
        var kept = Path.Combine(folder, Path.GetFileName(build.Artifact));
        var release = new MobileRelease(source.Version, settings.BuildNumber, [MobileArtifact.Of(build.Artifact, signer) with { Permissions = await PermissionsAsync(target, build.Artifact, cancellation) }]);
        var last = MobileRelease.Load(record);
        release.RequireAfter(last, growth);
        foreach (var permission in release.NewPermissions(last)) warn($"the app asks for a permission that {last!.Version} did not: {permission}");
        Directory.CreateDirectory(folder);
        File.Copy(build.Artifact, kept, overwrite: true);
        Json.WriteFile(record, release);
        return new MobileBuild(kept, null);
    }

    private static async Task<IReadOnlyList<string>?> PermissionsAsync(MobileTarget target, string artifact, CancellationToken cancellation) => target switch
    {
        MobileTarget.Apk => await ApkPermissions.ReadAsync(artifact, cancellation),
        MobileTarget.AppBundle => BundlePermissions.Read(artifact),
        _ => null,
    };

    /// <summary>The artifact of the last build, proved to be the recorded one.</summary>
    /// <exception cref="MobileSettingsInvalid">There is none, or it was changed.</exception>
    public static string Built(string record)
    {
        var artifact = MobileRelease.Load(record)?.Artifacts[0] ?? throw new MobileSettingsInvalid("nothing was built", "Run ./build.sh FlutterBuild first.");
        var file = Path.Combine(Path.GetDirectoryName(record)!, artifact.Name);
        return File.Exists(file) && MobileArtifact.Of(file, "").Digest == artifact.Digest ? file
            : throw new MobileSettingsInvalid($"{artifact.Name} is missing, or is not the one that was built", "Run ./build.sh FlutterBuild again.");
    }

    /// <summary>Calls fastlane.</summary>
    /// <returns><c>uploaded</c>, or <c>not run: …</c>.</returns>
    /// <exception cref="CommandFailed">fastlane failed.</exception>
    public static async Task<string> UploadAsync(IReadOnlyList<string> arguments, Action<string> say, CancellationToken cancellation = default)
    {
        try
        {
            // It asks for nothing, tells nobody, and its colours are for terminals.
            await new Command("fastlane", arguments).With(new Dictionary<string, string?> { ["FASTLANE_OPT_OUT_USAGE"] = "1", ["FASTLANE_SKIP_UPDATE_CHECK"] = "1", ["FASTLANE_DISABLE_COLORS"] = "1", ["CI"] = "true" }).OutputAsync(cancellation, say);
            return "uploaded";
        }
        catch (ToolMissing)
        {
            return "not run: fastlane is not on this machine";
        }
    }
}
