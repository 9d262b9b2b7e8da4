using System.Threading.Tasks;
using JobSwipe.Releases;
using JobSwipe.Releases.Mobile;
using JobSwipe.Tools;
using JobSwipe.Tools.Processes;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

namespace Components;

interface IMobile : IHasApplication
{
    [Parameter("What Flutter builds: apk, appbundle (default), ipa, web")]
    MobileTarget MobileTarget => TryGetValue<MobileTarget?>(() => MobileTarget) ?? MobileTarget.AppBundle;

    [Parameter("Flavor of the mobile app")]
    string Flavor => TryGetValue(() => Flavor);

    [Parameter("Value of the define ENV that is compiled into the mobile app")]
    string MobileEnvironment => TryGetValue(() => MobileEnvironment) ?? "production";

    [Parameter("Device for integration tests, as flutter devices names it")]
    string Device => TryGetValue(() => Device);

    [Parameter("Share by which a mobile artifact may grow from one release to the next")]
    double SizeGrowth => TryGetValue<double?>(() => SizeGrowth) ?? 0.1;

    [Parameter("Who gets the mobile release: internal, beta, production")]
    StoreTrack? Track => TryGetValue<StoreTrack?>(() => Track);

    [Parameter("Share of people that get it, above 0, at most 1; only in production")]
    double Rollout => TryGetValue<double?>(() => Rollout) ?? 1;

    [Parameter("Build number whose roll-out changes, in place of an upload")]
    int? BuildNumber => TryGetValue<int?>(() => BuildNumber);

    [Parameter("Stop the roll-out of --build-number; without it a halted one goes on")]
    bool Halt => TryGetValue<bool?>(() => Halt) ?? false;

    [Parameter("Application id in the Play store")]
    string PlayPackage => TryGetValue(() => PlayPackage);

    [Parameter("Key of the store's account: Play's service account, or App Store Connect's key, as JSON"), Secret]
    string StoreKey => TryGetValue(() => StoreKey);

    [Parameter("File with that key, mode 0600")]
    AbsolutePath StoreKeyFile => TryGetValue(() => StoreKeyFile);

    [Parameter("Keystore that signs the Android app, in base64"), Secret]
    string AndroidKeystore => TryGetValue(() => AndroidKeystore);

    [Parameter("File with that keystore, mode 0600")]
    AbsolutePath AndroidKeystoreFile => TryGetValue(() => AndroidKeystoreFile);

    [Parameter("Name of the key in the keystore")]
    string AndroidKeyAlias => TryGetValue(() => AndroidKeyAlias);

    [Parameter("Password of the keystore"), Secret]
    string AndroidStorePassword => TryGetValue(() => AndroidStorePassword);

    [Parameter("Password of the key, when it is not the keystore's"), Secret]
    string AndroidKeyPassword => TryGetValue(() => AndroidKeyPassword);

    AbsolutePath MobileFile => ArtifactsDirectory / "mobile" / "mobile.json";

    Target FlutterTest => _ => _
        .Description("Analyse and test the mobile app; integration tests on --device")
        .Executes(async () => Tell(await new FlutterProject(Application).TestAsync(Log.Information, Device, Interruption.Token)));

    Target FlutterBuild => _ => _
        .Description("Build the mobile app's release artifacts")
        .After<IMobile>(x => x.FlutterTest)
        .Executes(async () =>
        {
            var build = await MobileDelivery.BuildAsync(Application, ReleaseVersion, MobileTarget, Flavor, MobileEnvironment, SizeGrowth,
                new AndroidKey(AndroidKeystore, AndroidKeystoreFile, AndroidKeyAlias, AndroidStorePassword, AndroidKeyPassword), MobileFile, Log.Information, Log.Warning, Interruption.Token);
            Tell(build.NotRun ?? $"built {build.Artifact}");
        });

    Target DeployMobile => _ => _
        .Description("Give the built mobile app to --track internal, beta or production; --rollout 0.1, --halt")
        .After<IMobile>(x => x.FlutterBuild)
        .Requires(() => Track)
        .Executes(async () =>
        {
            if (!new FlutterProject(Application).Exists)
            {
                Tell("not run: the application has no pubspec.yaml");
                return;
            }
            var artifact = BuildNumber is null ? MobileDelivery.Built(MobileFile) : null;
            using var key = KeyMaterial.Take("store-key.json", StoreKey, StoreKeyFile);
            var arguments = artifact?.EndsWith(".ipa", System.StringComparison.Ordinal) == true
                ? new PilotSettings(artifact, key.File, Track!.Value).ToArguments()
                : new SupplySettings { Package = PlayPackage ?? throw new DeliveryError("There is no application id.", "Give --play-package."), Track = Track!.Value, KeyFile = key.File, Bundle = artifact, BuildNumber = BuildNumber, Rollout = Rollout, Halt = Halt }.ToArguments();
            Tell(await MobileDelivery.UploadAsync(arguments, Log.Information, Interruption.Token));
        });

    private void Tell(string outcome)
    {
        ReportSummary(_ => { _["Outcome"] = outcome; return _; });
        Log.Information("{Outcome}", outcome);
    }
}
