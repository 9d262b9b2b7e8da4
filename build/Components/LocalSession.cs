using JobSwipe.Backups;
using JobSwipe.Rehearsal;
using JobSwipe.Releases.Images;
using JobSwipe.Tools.Installing;
using JobSwipe.Tools.Processes;
using Nuke.Common.IO;
using Serilog;

namespace Components;

/// <summary>This machine's platform, started when the first target asks for it and stopped when the build ends.</summary>
static class LocalSession
{
    static readonly Lock Gate = new();
    static LocalPlatform Platform;

    public static LocalPlatform Get(IHasEnvironment build)
    {
        lock (Gate)
        {
            if (Platform is not null) return Platform;
            Log.Information("Starting staging and production on this machine");
            return Platform = LocalPlatform.StartAsync(Settings(build), Interruption.Token).GetAwaiter().GetResult();
        }
    }

    /// <summary>Ends what was started for this build: the platform, and the way to a database elsewhere.</summary>
    public static void Stop()
    {
        DatabaseProxy.Stop();
        Platform?.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    public static LocalPlatformSettings Settings(IHasEnvironment build)
    {
        Installer.EnsureAsync(
            [ExternalTool.PostgresServer, ExternalTool.Zstd, ExternalTool.Age, ExternalTool.Chromium],
            build.InstallTools, Log.Information, Interruption.Token).GetAwaiter().GetResult();
        return new LocalPlatformSettings
        {
            Application = build.LoadApplication(),
            LocalFly = LocalFly.Program(build),
            Registry = new LocalRegistry(build.RegistryDirectory),
            Store = build.Store,
            Key = AgeKey.GenerateAsync(build.ArtifactsDirectory / "local", Interruption.Token).GetAwaiter().GetResult(),
            LogFile = build.ArtifactsDirectory / "local" / "platform.log",
        };
    }
}
