using JobSwipe.Backups;
using JobSwipe.Migrations;
using JobSwipe.Migrations.Rehearsals;
using JobSwipe.Releases.Fly;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Deployments;

/// <summary>What must hold before anything is changed. All checks run, so that a person sees everything that is wrong at once.</summary>
public sealed class Preflight(DeliveryTarget target, Flyctl flyctl)
{
    private IReadOnlyList<string> _secrets = [];

    /// <summary>The names of the app's secrets, once the checks have run.</summary>
    public IReadOnlyList<string> Secrets => _secrets;

    /// <summary>The names of the checks for a request, in order.</summary>
    public IReadOnlyList<string> Names(DeploymentRequest request) => [.. Checks(request).Select(check => check.Name)];

    /// <summary>Runs them.</summary>
    /// <returns>What each found, as <c>name: finding</c>.</returns>
    /// <exception cref="PreflightFailed">At least one does not hold.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(DeploymentRequest request, CancellationToken cancellation = default)
    {
        var results = await Task.WhenAll(Checks(request).Select(async item =>
        {
            try
            {
                return (Found: $"{item.Name}: {await item.Check(cancellation)}", Wrong: (DeliveryError?)null);
            }
            catch (DeliveryError error)
            {
                return (Found: item.Name, Wrong: error);
            }
        }));
        var wrong = results.Select(result => result.Wrong).OfType<DeliveryError>().ToArray();
        return wrong.Length == 0 ? [.. results.Select(result => result.Found)] : throw new PreflightFailed(request.Release, target.Environment, wrong);
    }

    private IEnumerable<(string Name, Func<CancellationToken, Task<string>> Check)> Checks(DeploymentRequest request)
    {
        var release = request.Release;
        yield return ("commit", _ => Task.FromResult(!release.Dirty || target.Platform.Name == "local" ? release.Commit[..Math.Min(7, release.Commit.Length)] : throw new ReleaseDirty(release)));
        yield return ("block", async cancellation => await new Blocklist(target.Store).FindAsync(release, cancellation) is { } block ? throw new ReleaseBlocked(block) : "none");
        yield return ("freeze", _ => Task.FromResult(Freeze(request, target.Environment)));
        if (request.ProvedIn is { } before)
            yield return ("proved", async cancellation =>
            {
                await Promotion.RequireProvedAsync(release, before, cancellation);
                return $"passed in {before.Environment}";
            });
        yield return ("configuration", cancellation => flyctl.ValidateAsync(target.Config.App, target.Config.File, cancellation));
        yield return ("secrets", cancellation => SecretsAsync(request, cancellation));
        if (request.ProvedIn is not null) yield return ("rehearsal", RehearsedAsync);
        if (request.IsRollback) yield return ("schema", cancellation => SchemaAsync(release, cancellation));
        if (request.BackUp) yield return ("room", cancellation => RoomAsync(cancellation));
        foreach (var (name, check) in request.Checks) yield return (name, check);
    }

    private static string Freeze(DeploymentRequest request, string environment)
    {
        if (request.Freezes.At(DateTimeOffset.UtcNow, environment) is not { } window) return "none";
        // Putting a good release back is what a freeze is for, not what it is against.
        if (request.IsRollback) return $"{window.Name}, which does not hold for a rollback";
        return request.FreezeOverride is { } reason ? $"{window.Name}, overridden: {reason}" : throw new DeploymentsFrozen(window, environment);
    }

    private async Task<string> SecretsAsync(DeploymentRequest request, CancellationToken cancellation)
    {
        var here = _secrets = await flyctl.SecretNamesAsync(target.Config.App, cancellation);
        if (request.ProvedIn is null) return $"{here.Count} set";
        // What the release was proved with is what it needs.
        var proved = (await request.ProvedIn.ReadAsync(cancellation)).LastOrDefault(record => record.IsProofOf(request.Release));
        var missing = (proved?.Secrets ?? []).Except(here).ToArray();
        return missing.Length == 0 ? $"{here.Count} set" : throw new SecretsMissing(target.Config.App, missing, request.ProvedIn.Environment);
    }

    private async Task<string> RehearsedAsync(CancellationToken cancellation)
    {
        if (target.Config.Migrations is not { } scripts) return "the application brings no migrations";
        var former = await target.Ledger.LastGoodAsync(cancellation);
        var plan = await MigrationPlan.ReadAsync(target.Database, new MigrationOptions { ScriptsFolder = scripts, Deployed = former is null ? [] : [former.Version] }, cancellation);
        await RehearsalProof.RequireAsync(target.Store, target.Environment, plan.Scripts, cancellation: cancellation);
        return plan.Scripts.Count == 0 ? "nothing to migrate" : $"{plan.Scripts.Count} scripts, on a copy of the data";
    }

    private async Task<string> SchemaAsync(Release release, CancellationToken cancellation)
    {
        if (target.Config.Migrations is not { } scripts) return "the application brings no migrations";
        var status = await Migrator.StatusAsync(target.Database, new MigrationOptions { ScriptsFolder = scripts }, cancellation);
        var contracted = ScriptSet.Load(scripts).Where(script => script.Header.Phase == Phase.Contract && string.CompareOrdinal(script.Name, release.MigrationHead) > 0
            && status.Applied.Any(entry => entry.Script == script.Name)).ToArray();
        return contracted.Length == 0 ? $"{status.Head ?? "empty"} serves {release.Version} as well" : throw new SchemaContracted(release, contracted[0].Name);
    }

    private async Task<string> RoomAsync(CancellationToken cancellation)
    {
        if (!Directory.Exists(target.Store.Location)) return $"{target.Store.Location} does not tell";
        var last = await Backup.ListAsync(target.Store, cancellation) is [var newest, ..] ? await Backup.ReadAsync(target.Store, newest.Id, cancellation) : null;
        var free = new DriveInfo(Path.GetFullPath(target.Store.Location)).AvailableFreeSpace;
        // Twice the last one: data grows, and the one being written must not fill the disk to its last byte.
        return last is null || free > 2 * last.StoredBytes ? $"{free / 1e9:0.0} GB free" : throw new NoRoomForBackup(target.Store.Location, free, last.StoredBytes);
    }
}
