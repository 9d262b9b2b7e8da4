namespace JobSwipe.Releases.Mobile;

/// <summary>An upload to TestFlight: <c>fastlane pilot upload</c> (docs.fastlane.tools/actions/pilot).</summary>
/// <param name="Archive">The <c>.ipa</c>.</param>
/// <param name="KeyFile">File with the App Store Connect key (JSON); its content is in no argument.</param>
/// <param name="Track">Internal for the team, beta for testers; production is released in App Store Connect.</param>
public sealed record PilotSettings(string Archive, string KeyFile, StoreTrack Track)
{
    /// <summary>The arguments of fastlane.</summary>
    /// <exception cref="MobileSettingsInvalid">The track is production.</exception>
    public IReadOnlyList<string> ToArguments() => Track == StoreTrack.Production
        ? throw new MobileSettingsInvalid("TestFlight has no track production", "Use --track beta, and release the build in App Store Connect.")
        : ["pilot", "upload", "--ipa", Archive, "--api_key_path", KeyFile, "--distribute_external", Track == StoreTrack.Beta ? "true" : "false", "--skip_waiting_for_build_processing", Track == StoreTrack.Internal ? "true" : "false"];
}
