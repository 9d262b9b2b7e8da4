using JobSwipe.Releases.Mobile;

namespace JobSwipe.Releases.Tests.Mobile;

public sealed class MobileSettingsTests
{
    private static readonly FlutterBuildSettings Build = new() { Target = MobileTarget.AppBundle, VersionName = "1.4.0", BuildNumber = 3300000 };
    private static readonly SupplySettings Supply = new() { Package = "io.example.app", Track = StoreTrack.Production, KeyFile = "/k/play.json", Bundle = "/b/app.aab" };

    [Fact]
    public void Builds_with_environment_version_and_symbols()
    {
        Arguments(Build).ShouldBe("build appbundle --release --build-name 1.4.0 --build-number 3300000 --dart-define=ENV=production");
        Arguments(Build with { Target = MobileTarget.Apk, Flavor = "staging", Environment = "staging", Symbols = "/s", Defines = new Dictionary<string, string> { ["API"] = "https://a" } })
            .ShouldBe("build apk --release --build-name 1.4.0 --build-number 3300000 --dart-define=ENV=staging --dart-define=API=https://a --flavor staging --obfuscate --split-debug-info=/s");
        Arguments(Build with { Target = MobileTarget.Web, Flavor = "staging", Symbols = "/s" }).ShouldBe("build web --release --build-name 1.4.0 --build-number 3300000 --dart-define=ENV=production");
        Arguments(Build with { Target = MobileTarget.Ipa }).ShouldStartWith("build ipa --release");
    }

    [Fact]
    public void Refuses_what_a_store_refuses()
    {
        Should.Throw<MobileSettingsInvalid>(() => (Build with { BuildNumber = 2_100_000_001 }).ToArguments());
        Should.Throw<MobileSettingsInvalid>(() => (Build with { VersionName = "1.4.0-rc.1" }).ToArguments());
        Should.Throw<MobileSettingsInvalid>(() => (Build with { Defines = new Dictionary<string, string> { ["A=B"] = "x" } }).ToArguments());
        FlutterBuildSettings.NameOf("1.4.0-rc.1+abc").ShouldBe("1.4.0");
    }

    [Fact]
    public void A_build_number_grows_with_the_commit()
    {
        var commit = new DateTimeOffset(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);

        FlutterBuildSettings.NumberOf(commit.AddMinutes(1)).ShouldBe(FlutterBuildSettings.NumberOf(commit) + 1);
        FlutterBuildSettings.NumberOf(commit.ToOffset(TimeSpan.FromHours(5))).ShouldBe(FlutterBuildSettings.NumberOf(commit));
        Should.Throw<MobileSettingsInvalid>(() => FlutterBuildSettings.NumberOf(commit.AddYears(-20)));
    }

    [Fact]
    public void Rolls_out_halts_and_resumes()
    {
        Arguments(Supply with { Track = StoreTrack.Internal })
            .ShouldBe("supply --package_name io.example.app --track internal --json_key /k/play.json --aab /b/app.aab --release_status completed --skip_upload_metadata true --skip_upload_changelogs true --skip_upload_images true --skip_upload_screenshots true");
        Arguments(Supply with { Rollout = 0.1 }).ShouldContain("--release_status inProgress --rollout 0.1");
        Arguments(Supply with { Bundle = null, BuildNumber = 7, Rollout = 0.1, Halt = true }).ShouldContain("--version_code 7 --skip_upload_aab true --skip_upload_apk true --release_status halted --rollout 0.1");
        Arguments(Supply with { Bundle = null, BuildNumber = 7, Rollout = 0.5 }).ShouldContain("--version_code 7 --skip_upload_aab true --skip_upload_apk true --release_status inProgress --rollout 0.5");
        Arguments(Supply with { Metadata = "/m" }).ShouldContain("--metadata_path /m");
    }

    [Fact]
    public void Refuses_a_roll_out_that_Play_does_not_know()
    {
        Should.Throw<MobileSettingsInvalid>(() => (Supply with { Rollout = 0 }).ToArguments());
        Should.Throw<MobileSettingsInvalid>(() => (Supply with { Rollout = 1.5 }).ToArguments());
        Should.Throw<MobileSettingsInvalid>(() => (Supply with { Rollout = double.NaN }).ToArguments());
        Should.Throw<MobileSettingsInvalid>(() => (Supply with { Rollout = 0.5, Track = StoreTrack.Beta }).ToArguments());
        Should.Throw<MobileSettingsInvalid>(() => (Supply with { Bundle = null }).ToArguments());
    }

    [Fact]
    public void Uploads_to_TestFlight()
    {
        string.Join(' ', new PilotSettings("/b/a.ipa", "/k/asc.json", StoreTrack.Beta).ToArguments())
            .ShouldBe("pilot upload --ipa /b/a.ipa --api_key_path /k/asc.json --distribute_external true --skip_waiting_for_build_processing false");
        Should.Throw<MobileSettingsInvalid>(() => new PilotSettings("/b/a.ipa", "/k/asc.json", StoreTrack.Production).ToArguments());
    }

    [Fact]
    public void Reads_the_signer_that_apksigner_prints() => ApkSignature.SignerIn("""
        Verifies
        Verified using v2 scheme (APK Signature Scheme v2): true
        Number of signers: 1
        Signer #1 certificate DN: O=example
        Signer #1 certificate SHA-256 digest: b852c0
        Signer #1 certificate SHA-1 digest: 5e5ada
        """).ShouldBe("b852c0");

    [Fact]
    public void A_release_follows_the_last_one()
    {
        var last = Release(10, 1_000_000);

        Release(11, 1_050_000).RequireAfter(last, 0.1);
        Release(10, 1_000_000).RequireAfter(last, 0.1);
        Should.Throw<MobileSettingsInvalid>(() => (Release(10, 1) with { Version = "1.5.0" }).RequireAfter(last, 0.1)).Message.ShouldContain("not above");
        Should.Throw<MobileSettingsInvalid>(() => Release(11, 1_200_000).RequireAfter(last, 0.1)).Message.ShouldContain("grew from 1.0 to 1.2 MB");
    }

    private static MobileRelease Release(int number, long bytes) => new("1.4.0", number, [new MobileArtifact("app-release.aab", Digest.Of("x"u8), bytes, "b852c0")]);

    private static string Arguments(FlutterBuildSettings settings) => string.Join(' ', settings.ToArguments());

    private static string Arguments(SupplySettings settings) => string.Join(' ', settings.ToArguments());
}
