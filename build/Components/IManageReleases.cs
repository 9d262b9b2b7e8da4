using System;
using System.Linq;
using JobSwipe.Releases.Deployments;
using JobSwipe.Releases.History;
using JobSwipe.Releases.Metrics;
using JobSwipe.Storage;
using JobSwipe.Tools;
using JobSwipe.Tools.Processes;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

namespace Components;

/// <summary>Looking at releases, and keeping them out of an environment.</summary>
interface IManageReleases : IDeploy
{
    private static readonly string[] Environments = ["staging", "production"];

    [Parameter("Prove that no record of the ledger was changed or removed")]
    bool Verify => TryGetValue<bool?>(() => Verify) ?? false;

    [Parameter("How many hours a lock holds; default 8")]
    double LockHours => TryGetValue<double?>(() => LockHours) ?? 8;

    Target Releases => _ => _
        .Description("Show what was deployed where, newest first; --verify proves the ledger's chain")
        .Executes(async () =>
        {
            var store = ObjectStores.Open(Store);
            var most = Json ? int.MaxValue : ReleaseHistory.Most;
            // Reading checks the chain, so a broken ledger is never shown as history; --verify also looks at every record behind the segments.
            var ledgers = await System.Threading.Tasks.Task.WhenAll(Environments.Select(environment => new Ledger(store, environment)).Select(ledger => Verify ? ledger.VerifyAsync(most, Interruption.Token) : ledger.NewestAsync(most, Interruption.Token)));
            var records = ledgers.SelectMany(ledger => ledger).ToArray();
            if (Json) Log.Information("{Json}", JobSwipe.Tools.Json.Write(records));
            else foreach (var line in ReleaseHistory.Table(records)) Log.Information("{Line}", line);
            if (Verify) foreach (var (environment, ledger) in Environments.Zip(ledgers)) Log.Information("{Environment}: {Count} records, each follows from the one before", environment, ledger.Count == 0 ? 0 : ledger[^1].Sequence);
        });

    [Parameter("Where delivery metrics go, for node_exporter's textfile collector; default artifacts/metrics/delivery.prom")]
    AbsolutePath DeliveryMetricsFile => TryGetValue(() => DeliveryMetricsFile) ?? ArtifactsDirectory / "metrics" / "delivery.prom";

    Target DeliveryMetrics => _ => _
        .Description("Write deployment frequency, lead time, change failure rate and time to restore as Prometheus text")
        .Executes(async () =>
        {
            var store = ObjectStores.Open(Store);
            var ledgers = Environments.ToDictionary(environment => environment, environment => new Ledger(store, environment).ReadAsync(Interruption.Token));
            await System.Threading.Tasks.Task.WhenAll(ledgers.Values);
            PrometheusText.WriteFile(DeliveryMetricsFile, PrometheusText.Write(ledgers.ToDictionary(ledger => ledger.Key, ledger => ledger.Value.Result), DateTimeOffset.UtcNow));
            Log.Information("{File}", DeliveryMetricsFile);
        });

    Target Status => _ => _
        .Description("Show what runs in each environment, and what stands in the way of the next deployment")
        .Executes(async () =>
        {
            foreach (var environment in DeliveryEnvironment == DeliveryEnvironment.Local ? Environments : [EnvironmentOr("")])
            {
                // On this machine nothing runs unless a target starts it; then the store is all there is to ask.
                var target = DeliveryEnvironment == DeliveryEnvironment.Local ? null : Target(environment);
                var status = await EnvironmentStatus.ReadAsync(ObjectStores.Open(Store), environment, Freezes(), target, Interruption.Token);
                if (Json) Log.Information("{Json}", status.ToJson());
                else foreach (var line in status.Lines()) Log.Information("{Line}", line);
            }
        });

    Target Lock => _ => _
        .Description("Keep deployments out of an environment, with a reason, for --lock-hours (local: production)")
        .Requires(() => Reason)
        .Executes(async () =>
        {
            var environment = EnvironmentOr("production");
            await HeldLock.SetAsync(ObjectStores.Open(Store), environment, Actor.Name, Reason, TimeSpan.FromHours(LockHours), Interruption.Token);
            Log.Information("{Environment} is locked for {Hours} hours: {Reason}", environment, LockHours, Reason);
        });

    Target Unlock => _ => _
        .Description("Remove an environment's lock; somebody else's only with --reason (local: production)")
        .Executes(async () =>
        {
            var environment = EnvironmentOr("production");
            var removed = await HeldLock.ReleaseAsync(ObjectStores.Open(Store), environment, Actor.Name, Reason, Interruption.Token);
            Log.Information(removed is null ? "{Environment} was not locked" : "{Environment}: the lock of {Owner} ({Held}) is removed", environment, removed?.Owner, removed?.Reason);
        });

    Target Block => _ => _
        .Description("Block a release for ever: nobody can deploy its digest any more")
        .Requires(() => PromotedRelease)
        .Requires(() => Reason)
        .Executes(async () =>
        {
            var store = ObjectStores.Open(Store);
            var release = await Promotion.FindAnyAsync(Environments.Select(environment => new Ledger(store, environment)), PromotedRelease, Interruption.Token);
            var block = await new Blocklist(store).AddAsync(release, Actor.Name, Reason, Interruption.Token);
            Log.Information("{Version} ({Digest}) is blocked: {Reason}", block.Version, block.Digest.Prefix, block.Reason);
        });
}
