namespace JobSwipe.Releases.Mobile;

/// <summary>An upload to Google Play, or a change of a staged roll-out: <c>fastlane supply</c> (docs.fastlane.tools/actions/supply).</summary>
public sealed record SupplySettings
{
    /// <summary>The application's id on Play.</summary>
    public required string Package { get; init; }

    /// <summary>The track.</summary>
    public required StoreTrack Track { get; init; }

    /// <summary>File with the service account's key; its content is in no argument.</summary>
    public required string KeyFile { get; init; }

    /// <summary>The bundle to upload; null changes the roll-out of what is there.</summary>
    public string? Bundle { get; init; }

    /// <summary>The build number whose roll-out changes; needed without a bundle.</summary>
    public int? BuildNumber { get; init; }

    /// <summary>The share of people that get it, above 0, at most 1.</summary>
    public double Rollout { get; init; } = 1;

    /// <summary>Stops a staged roll-out: nobody more gets it.</summary>
    public bool Halt { get; init; }

    /// <summary>Folder with release notes, as <c>en-US/changelogs/&lt;build number&gt;.txt</c>; null uploads none.</summary>
    public string? Metadata { get; init; }

    /// <summary>The arguments of fastlane.</summary>
    /// <exception cref="MobileSettingsInvalid">A value cannot be meant.</exception>
    public IReadOnlyList<string> ToArguments()
    {
        if (Rollout is not (> 0 and <= 1)) throw new MobileSettingsInvalid($"{Rollout} is no share of people", "Give --rollout above 0 and at most 1.");
        if (Rollout < 1 && Track != StoreTrack.Production) throw new MobileSettingsInvalid($"a staged roll-out on the track {Word}", "Only production is rolled out in stages.");
        if (Bundle is null && BuildNumber is null) throw new MobileSettingsInvalid("a roll-out without a build number", "Name it with --build-number.");
        List<string> arguments = ["supply", "--package_name", Package, "--track", Word, "--json_key", KeyFile];
        arguments.AddRange(Bundle is not null ? ["--aab", Bundle] : ["--version_code", $"{BuildNumber}", "--skip_upload_aab", "true", "--skip_upload_apk", "true"]);
        // Play knows one state for each: a share of 1 is a completed release.
        arguments.AddRange(["--release_status", Halt ? "halted" : Rollout < 1 ? "inProgress" : "completed"]);
        if (Rollout < 1) arguments.AddRange(["--rollout", Rollout.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)]);
        arguments.AddRange(Metadata is null ? ["--skip_upload_metadata", "true", "--skip_upload_changelogs", "true"] : ["--metadata_path", Metadata, "--skip_upload_metadata", "true"]);
        arguments.AddRange(["--skip_upload_images", "true", "--skip_upload_screenshots", "true"]);
        return arguments;
    }

    private string Word => Track.ToString().ToLowerInvariant();
}
