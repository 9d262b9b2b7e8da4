using JobSwipe.Releases.Mobile;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Tests.Mobile;

/// <summary>A shell script answers as flutter's documentation says, over a small project's files.</summary>
public sealed class FlutterProjectTests : IDisposable
{
    private const string Machine = """{"frameworkVersion":"3.35.1","channel":"stable","dartSdkVersion":"3.9.0"}""";
    private static readonly FlutterBuildSettings Settings = new() { Target = MobileTarget.AppBundle, VersionName = "1.4.0", BuildNumber = 7, Flavor = "prod" };
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    public FlutterProjectTests()
    {
        Write("pubspec.yaml", "name: swipe\nenvironment:\n  sdk: ^3.9.0\n  flutter: ^3.35.0\ndependencies:\n  flutter:\n    sdk: flutter\n");
        Write(".fvmrc", """{ "flutter": "3.35.1" }""");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Builds_what_was_asked_for_with_the_pinned_Flutter()
    {
        var build = await Project("mkdir -p build/app/outputs/bundle/prodRelease && echo x > build/app/outputs/bundle/prodRelease/app-prod-release.aab")
            .BuildAsync(Settings, _ => { }, TestContext.Current.CancellationToken);

        build.Artifact.ShouldEndWith("bundle/prodRelease/app-prod-release.aab");
        MobileArtifact.Of(build.Artifact!, "").Bytes.ShouldBe(2);
        (await File.ReadAllLinesAsync(Path.Combine(_folder.Path, "calls"), TestContext.Current.CancellationToken)).ShouldBe(
            ["--version --machine", "pub get", "build appbundle --release --build-name 1.4.0 --build-number 7 --dart-define=ENV=production --flavor prod"]);
    }

    [Fact]
    public async Task Refuses_another_Flutter()
    {
        Write(".fvmrc", """{ "flutter": "3.32.0" }""");

        (await Should.ThrowAsync<FlutterVersionWrong>(() => Project("true").BuildAsync(Settings, _ => { }, TestContext.Current.CancellationToken)))
            .Message.ShouldContain("fvm use 3.32.0");
    }

    [Fact]
    public async Task Never_takes_a_former_artifact_for_this_one()
    {
        Write("build/app/outputs/bundle/prodRelease/app-prod-release.aab", "old");

        await Should.ThrowAsync<FlutterBuiltNothing>(() => Project("true").BuildAsync(Settings, _ => { }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Says_what_flutter_says() =>
        (await Should.ThrowAsync<CommandFailed>(() => Project("echo 'Gradle task bundleRelease failed' >&2; exit 1").BuildAsync(Settings, _ => { }, TestContext.Current.CancellationToken)))
            .Message.ShouldContain("Gradle task bundleRelease failed");

    [Fact]
    public async Task Says_that_Flutter_is_not_there() =>
        (await (new FlutterProject(_folder.Path) { Flutter = "no-such-flutter" }).BuildAsync(Settings, _ => { }, TestContext.Current.CancellationToken))
            .NotRun.ShouldBe("not run: flutter is not on this machine");

    [Fact]
    public void A_key_is_in_a_file_of_this_user_alone_and_gone_afterwards()
    {
        string file;
        using (var key = KeyMaterial.Take("play.json", "a key", null))
        {
            file = key.File;
            File.ReadAllText(file).ShouldBe("a key");
            if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        File.Exists(file).ShouldBeFalse();
        Directory.Exists(Path.GetDirectoryName(file)).ShouldBeFalse();
    }

    [Fact]
    public void An_Android_app_is_signed_by_files_that_are_gone_afterwards()
    {
        var properties = Path.Combine(_folder.Path, "android", "key.properties");
        string keystore;
        using (AndroidSigning.Prepare(_folder.Path, new AndroidKey(Convert.ToBase64String([1, 2, 3]), null, "upload", @"p\a ss=é", null)))
        {
            var lines = File.ReadAllLines(properties);
            keystore = lines[0]["storeFile=".Length..];
            File.ReadAllBytes(keystore).ShouldBe(new byte[] { 1, 2, 3 });
            lines[1..].ShouldBe([@"storePassword=p\\a\ ss=\u00e9", "keyAlias=upload", @"keyPassword=p\\a\ ss=\u00e9"]);
            foreach (var file in new[] { properties, keystore })
                if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        File.Exists(properties).ShouldBeFalse();
        File.Exists(keystore).ShouldBeFalse();
    }

    [Fact]
    public void An_Android_key_that_lacks_a_part_or_would_overwrite_one_is_refused()
    {
        Should.Throw<KeyUnusable>(() => AndroidSigning.Prepare(_folder.Path, new AndroidKey("AQID", null, null, "secret", null))).Message.ShouldContain("--android-key-alias");
        Should.Throw<KeyUnusable>(() => AndroidSigning.Prepare(_folder.Path, new AndroidKey("not base64!", null, "upload", "secret", null))).Message.ShouldContain("base64 -w0");
        Write("android/key.properties", "storeFile=mine\n");
        Should.Throw<KeyUnusable>(() => AndroidSigning.Prepare(_folder.Path, new AndroidKey("AQID", null, "upload", "secret", null))).Message.ShouldContain("would be overwritten");
        AndroidSigning.Prepare(_folder.Path, new AndroidKey("", null, "", "", "")).ShouldBeNull();
    }

    [Fact]
    public void A_permission_that_the_last_release_did_not_ask_for_is_named()
    {
        var before = Release("package: com.example.swipe\nuses-permission: name='android.permission.INTERNET'\n");
        var after = Release("package: com.example.swipe\npermission: com.example.swipe.OWN\nuses-permission: name='android.permission.INTERNET'\nuses-permission-sdk-23: name='android.permission.CAMERA'\n");

        after.NewPermissions(before).ShouldBe(["android.permission.CAMERA"]);
        after.NewPermissions(null).ShouldBeEmpty();

        MobileRelease Release(string output) => new("1.0.0", 1, [new MobileArtifact("app.apk", Digest.Of([1]), 1, "") { Permissions = ApkPermissions.In(output) }]);
    }

    [Fact]
    public void Permissions_of_a_bundle_are_those_of_all_its_modules()
    {
        var bundle = Bundle(("base", Manifest("android.permission.INTERNET", "android.permission.CAMERA")), ("feature", Manifest("android.permission.VIBRATE", "android.permission.INTERNET")));

        BundlePermissions.Read(bundle).ShouldBe(["android.permission.CAMERA", "android.permission.INTERNET", "android.permission.VIBRATE"]);
    }

    [Fact]
    public void A_file_that_is_no_bundle_is_refused()
    {
        Should.Throw<BundleInvalid>(() => BundlePermissions.Read(Write("app.aab", "no archive"))).Message.ShouldContain("app.aab");
        Should.Throw<BundleInvalid>(() => BundlePermissions.Read(Bundle())).Message.ShouldContain("no module");
        Should.Throw<BundleInvalid>(() => BundlePermissions.Read(Bundle(("base", [0x0a, 0xff, 0xff, 0x01]))));
        Should.Throw<BundleInvalid>(() => BundlePermissions.Read(Bundle(("base", new byte[5 << 20])))).Message.ShouldContain("larger than");
        var deep = Manifest();
        for (var level = 0; level < 100; level++) deep = Field(1, Field(5, deep));
        Should.Throw<BundleInvalid>(() => BundlePermissions.Read(Bundle(("base", deep)))).Message.ShouldContain("nested");
    }

    [Theory]
    [InlineData("jar verified.\n\nWarning: \nThis jar contains entries whose certificate chain is invalid.\n", true)]
    [InlineData("jar is unsigned.\n", false)]
    [InlineData("", false)]
    public void A_bundle_is_signed_when_jarsigner_says_so(string output, bool signed) => BundleSignature.IsVerified(output).ShouldBe(signed);

    // As aapt2 writes one: XmlNode { element = 1 }, XmlElement { name = 3, attribute = 4, child = 5 }, XmlAttribute { namespace_uri = 1, name = 2, value = 3, resource_id = 5 }.
    private static byte[] Manifest(params string[] permissions) => Field(1,
    [
        .. Field(3, "manifest"u8), .. Field(4, [.. Field(2, "package"u8), .. Field(3, "com.example.swipe"u8)]),
        .. permissions.SelectMany(name => Field(5, Field(1,
        [
            .. Field(3, "uses-permission"u8),
            .. Field(4, [.. Field(1, "http://schemas.android.com/apk/res/android"u8), .. Field(2, "name"u8), .. Field(3, System.Text.Encoding.UTF8.GetBytes(name)), 0x28, 0x83, 0x01]),
        ]))),
        .. Field(5, Field(1, Field(3, "application"u8))),
    ]);

    private static byte[] Field(int number, ReadOnlySpan<byte> bytes)
    {
        var length = new List<byte>();
        for (var left = bytes.Length; ; left >>= 7)
        {
            if (left < 128)
            {
                length.Add((byte)left);
                break;
            }
            length.Add((byte)(left & 127 | 128));
        }
        return [(byte)(number << 3 | 2), .. length, .. bytes];
    }

    private string Bundle(params (string Module, byte[] Manifest)[] modules)
    {
        var file = Path.Combine(_folder.Path, $"{Guid.NewGuid():N}.aab");
        using var archive = System.IO.Compression.ZipFile.Open(file, System.IO.Compression.ZipArchiveMode.Create);
        archive.CreateEntry("BundleConfig.pb");
        foreach (var (module, manifest) in modules)
        {
            using var stream = archive.CreateEntry($"{module}/manifest/AndroidManifest.xml").Open();
            stream.Write(manifest);
        }
        return file;
    }

    [Fact]
    public void A_key_that_others_may_read_is_refused()
    {
        var file = Write("key.json", "a key");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        Should.Throw<KeyUnusable>(() => KeyMaterial.Take("play.json", null, file)).Message.ShouldContain("chmod 600");
        Should.Throw<KeyUnusable>(() => KeyMaterial.Take("play.json", null, null)).Message.ShouldContain("there is none");
    }

    private FlutterProject Project(string build)
    {
        var script = Write("flutter", $"""
            #!/bin/sh
            echo "$*" >> calls
            case "$1" in
              --version) echo 'Welcome to Flutter!'; echo '{Machine}' ;;
              build) {build} ;;
            esac
            """);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new FlutterProject(_folder.Path) { Flutter = script };
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
