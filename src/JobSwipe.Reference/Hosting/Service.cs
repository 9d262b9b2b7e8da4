using System.Text.Json;
using JobSwipe.Reference.Auth;
using JobSwipe.Reference.Faults;
using JobSwipe.Reference.Health;
using JobSwipe.Reference.Jobs;
using JobSwipe.Reference.Page;
using JobSwipe.Reference.Telemetry;
using Npgsql;

namespace JobSwipe.Reference.Hosting;

/// <summary>Puts the service together.</summary>
internal static class Service
{
    // Requests under way get this long after SIGINT or SIGTERM; less than the kill_timeout in fly.toml.
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(8);

    public static WebApplication Build(Settings settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(console =>
        {
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "O";
            console.JsonWriterOptions = new JsonWriterOptions { Indented = false };
        });
        builder.Logging.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTime);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
            kestrel.Listen(settings.BindAddress, settings.Port);
        });
        var source = new NpgsqlSlimDataSourceBuilder(settings.Database.ConnectionString).EnableTransportSecurity().Build();
        // Given as factories, so that the host disposes them when it ends.
        builder.Services.AddSingleton(_ => source);
        builder.Services.AddSingleton<AppMetrics>();
        builder.Services.AddSingleton<Database>();
        builder.Services.AddSingleton<DatabaseCheck>();
        builder.Services.AddSingleton<ConnectionPoolMetrics>();
        return Assemble(builder.Build(), settings);
    }

    private static WebApplication Assemble(WebApplication app, Settings settings)
    {
        var metrics = app.Services.GetRequiredService<AppMetrics>();
        var database = app.Services.GetRequiredService<Database>();
        app.Services.GetRequiredService<ConnectionPoolMetrics>();
        ProcessMetrics.Register(metrics);

        app.UseMiddleware<RequestMetrics>();
        app.UseSecurityHeaders();
        app.UseMiddleware<ErrorAnswers>();
        app.UseMiddleware<FaultMiddleware>(settings.Fault);

        var tokens = new Tokens(settings.SecretKey, TimeProvider.System);
        app.MapHealth(settings, app.Services.GetRequiredService<DatabaseCheck>(), metrics);
        app.MapMetrics(metrics);
        app.MapAuth(new UserStore(database), tokens, metrics);
        app.MapJobs(new JobStore(database), tokens, metrics);
        app.MapPage(settings);

        app.Lifetime.ApplicationStarted.Register(() => app.Logger.LogInformation("Release {Version} ({Commit}) listens on {Address}",
            settings.Version, settings.Commit, string.Join(' ', app.Urls)));
        app.Lifetime.ApplicationStopping.Register(() => app.Logger.LogInformation("Stopping: requests under way are answered first"));
        if (settings.Fault.Kind != FaultKind.None) app.Logger.LogWarning("Something goes wrong on purpose: {Fault}", settings.Fault.Kind);
        return app;
    }
}
