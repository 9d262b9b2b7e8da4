using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using JobSwipe.Monitoring.Configuration;
using JobSwipe.Tools;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Monitoring.Fly;

/// <summary>Puts the monitoring on Fly. Everything that can be wrong is looked at before the first app is made.</summary>
/// <param name="flyctl">A call of flyctl with these arguments; its token travels in the environment.</param>
/// <param name="organization">The organization's slug.</param>
/// <param name="folder">The folder <c>.github/monitoring</c>.</param>
/// <param name="say">Told each step.</param>
public sealed class MonitoringDeployment(Func<IReadOnlyList<string>, Command> flyctl, string organization, string folder, Action<string> say)
{
    private static readonly string[] Webhooks = ["PAGE_WEBHOOK", "SLACK_WEBHOOK", "DEADMAN_URL"];

    /// <summary>The region of the volumes.</summary>
    public string Region { get; init; } = "iad";

    /// <summary>Fly's managed Prometheus.</summary>
    public Uri FlyPrometheus { get; init; } = new("https://api.fly.io/prometheus/");

    /// <summary>Deploys all three apps.</summary>
    /// <param name="secrets">Every secret by name.</param>
    /// <param name="mail">Where mail goes.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="SecretsMissing">Some were not given.</exception>
    /// <exception cref="WebhookUnreachable">An address for messages does not answer.</exception>
    /// <exception cref="FlyTokenRefused">Fly does not take the token for metrics.</exception>
    public async Task RunAsync(IReadOnlyDictionary<string, string?> secrets, MailRoute mail, CancellationToken cancellation = default)
    {
        var missing = FlyApps.All.SelectMany(app => app.Secrets.Keys).Where(name => string.IsNullOrWhiteSpace(secrets.GetValueOrDefault(name))).ToArray();
        if (missing.Length > 0) throw new SecretsMissing(missing);
        foreach (var name in Webhooks) await ReachAsync(name, secrets[name]!, cancellation);
        await TryTokenAsync(secrets[FlyApps.FlyToken]!, cancellation);
        using var context = TemporaryFolder.Create("jsfly");
        Copy(folder, context.Path);
        // With the addresses of this organization, which are no part of the source.
        var topology = ProductionTopology.For(organization, mail: mail);
        await File.WriteAllTextAsync(Path.Combine(context.Path, "alertmanager.yml"), AlertmanagerFile.Write(Pace.Production, topology), cancellation);
        await File.WriteAllTextAsync(Path.Combine(context.Path, "prometheus.yml"), PrometheusFile.Write(Pace.Production, topology), cancellation);
        var apps = Names(await flyctl(FlyMonitoringSettings.ListApps).OutputAsync(cancellation));
        foreach (var app in FlyApps.All)
        {
            say($"{app.Name}: volume of {app.Volume} GB, {app.Secrets.Count} secrets");
            if (!apps.Contains(app.Name)) await flyctl(FlyMonitoringSettings.CreateApp(app.Name, organization)).OutputAsync(cancellation);
            if (!Names(await flyctl(FlyMonitoringSettings.ListVolumes(app.Name)).OutputAsync(cancellation)).Contains("data"))
                await flyctl(FlyMonitoringSettings.CreateVolume(app.Name, Region, app.Volume)).OutputAsync(cancellation);
            // A secret that becomes a file must be in base64 (fly.io, fly.toml reference, files).
            var lines = app.Secrets.Select(secret => $"{secret.Key}={(secret.Value is null ? secrets[secret.Key] : Convert.ToBase64String(Encoding.UTF8.GetBytes(secrets[secret.Key]!)))}\n");
            await (flyctl(FlyMonitoringSettings.ImportSecrets(app.Name)) with { Input = string.Concat(lines) }).OutputAsync(cancellation);
            var files = Path.Combine(context.Path, "fly", app.Folder);
            await flyctl(FlyMonitoringSettings.Deploy(app.Name, context.Path, Path.Combine(files, "fly.toml"), Path.Combine(files, "Dockerfile"))).OutputAsync(cancellation);
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static async Task ReachAsync(string name, string address, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")) throw new WebhookUnreachable(name, "it is not an http address");
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(TimeSpan.FromSeconds(10));
        try
        {
            // Only whether somebody is there: a message would be a false alarm.
            using var client = new TcpClient();
            await client.ConnectAsync(url.DnsSafeHost, url.Port, deadline.Token);
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new WebhookUnreachable(name, $"nothing answers at {url.DnsSafeHost}:{url.Port}");
        }
    }

    private async Task TryTokenAsync(string token, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(15) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("FlyV1", token.StartsWith("FlyV1 ", StringComparison.Ordinal) ? token[6..] : token);
        try
        {
            using var answer = await http.GetAsync(new Uri(FlyPrometheus, $"{organization}/api/v1/query?query=1"), cancellation);
            if (!answer.IsSuccessStatusCode) throw new FlyTokenRefused(organization, $"answers {(int)answer.StatusCode}");
        }
        catch (HttpRequestException exception)
        {
            throw new FlyTokenRefused(organization, $"cannot be reached: {exception.Message}");
        }
    }

    // flyctl writes the keys of apps and volumes in different cases.
    private static HashSet<string> Names(string json)
    {
        using var document = JsonDocument.Parse(string.IsNullOrWhiteSpace(json) ? "[]" : json);
        return document.RootElement.ValueKind != JsonValueKind.Array ? [] : [.. document.RootElement.EnumerateArray()
            .Select(item => item.EnumerateObject().FirstOrDefault(property => property.Name.Equals("name", StringComparison.OrdinalIgnoreCase)).Value.ToString())];
    }
}

/// <summary>Secrets of the monitoring were not given.</summary>
public sealed class SecretsMissing(IReadOnlyList<string> names) : DeliveryError(
    $"The monitoring needs secrets that were not given: {string.Join(", ", names)}.", "Set them as variables of those names; .github/runbooks/key-rotation.md tells where each comes from.");

/// <summary>An address for messages does not answer.</summary>
public sealed class WebhookUnreachable(string name, string why) : DeliveryError($"Messages to {name} would be lost: {why}.", "Correct the address; .github/runbooks/key-rotation.md tells where it comes from.");

/// <summary>Fly's managed Prometheus does not take the token.</summary>
public sealed class FlyTokenRefused(string organization, string why) : DeliveryError(
    $"Fly's metrics of the organization '{organization}' cannot be read with FLY_METRICS_TOKEN: its Prometheus {why}.", $"Make a token with 'fly tokens create readonly {organization}', and look at the organization's slug with 'fly orgs list'.");
