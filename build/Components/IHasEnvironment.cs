using JobSwipe.Releases.Deployments;
using JobSwipe.Releases.Fly;
using JobSwipe.Storage;
using JobSwipe.Tools;
using JobSwipe.Tools.Postgres;
using Nuke.Common;
using Nuke.Common.IO;

namespace Components;

/// <summary>Where a target works: on this machine unless another environment is named.</summary>
interface IHasEnvironment : IHasApplication, IHasTools, IHasNotifications
{
    [Parameter("Where to work: local (default), staging or production; never taken from a variable that shells set")]
    DeliveryEnvironment DeliveryEnvironment => TryGetValue(() => DeliveryEnvironment) ?? DeliveryEnvironment.Local;

    [Parameter("Database of the environment, as postgresql://user:password@host:port/name"), Secret]
    string DatabaseUrl => TryGetValue(() => DatabaseUrl);

    [Parameter("Fly app of the database, which is then reached through flyctl proxy; DATABASE_URL is as in Fly's private network")]
    string DatabaseApp => TryGetValue(() => DatabaseApp);

    [Parameter("Token for the database's app, when it is another one than the app's"), Secret]
    string DatabaseToken => TryGetValue(() => DatabaseToken);

    [Parameter("Object store for backups, ledger and lock: a folder, or s3://bucket/prefix?endpoint=…")]
    string Store => TryGetValue(() => Store) ?? ArtifactsDirectory / "store";

    [Parameter("age recipients that backups are encrypted to, separated by spaces", Separator = " ")]
    string[] AgeRecipients => TryGetValue(() => AgeRecipients) ?? [];

    [Parameter("File with the age identity that opens backups; only restoring needs it")]
    AbsolutePath AgeIdentity => TryGetValue(() => AgeIdentity);

    [Parameter("Token for Fly, app-scoped"), Secret]
    string FlyApiToken => TryGetValue(() => FlyApiToken);

    [Parameter("Prometheus that knows the application's error rate, asked while a new release is watched")]
    string PrometheusUrl => TryGetValue(() => PrometheusUrl);

    [Parameter("Where to go: the last migration to apply, keep or mark, by number or name; or the release to roll back to")]
    string To => TryGetValue(() => To);

    [Parameter("Print JSON, for programs")]
    bool Json => TryGetValue<bool?>(() => Json) ?? false;

    /// <summary>Staging or production of the environment that was named; on this machine both exist.</summary>
    DeliveryTarget Target(string environment)
    {
        if (DeliveryEnvironment == DeliveryEnvironment.Local)
        {
            var platform = LocalSession.Get(this);
            return (environment == "staging" ? platform.Staging : platform.Production) with { Notifiers = Notifiers() };
        }
        RequireEnvironment(environment);
        var application = LoadApplication();
        return new DeliveryTarget
        {
            Environment = environment,
            Platform = FlyPlatform.Fly(FlyApiToken),
            Config = environment == "staging" ? application.Staging : application.Production,
            Database = NamedDatabase() ?? throw new DeliveryError($"There is no database URL for {environment}.", "Give it in the variable DATABASE_URL."),
            Store = ObjectStores.Open(Store),
            Recipients = AgeRecipients,
            Prometheus = PrometheusUrl is { } url ? new Uri(url) : null,
            Notifiers = Notifiers(),
            Links = Links(),
        };
    }

    /// <summary>Refuses an environment that a target does not work on.</summary>
    void RequireEnvironment(string environment)
    {
        if (DeliveryEnvironment == DeliveryEnvironment.Local || DeliveryEnvironment == environment) return;
        throw new DeliveryError($"This target works on {environment}, and --delivery-environment says {DeliveryEnvironment}.",
            $"Use --delivery-environment {environment}, or local to rehearse it on this machine.");
    }

    /// <summary>The database that a database target works on: the named one, or the environment's.</summary>
    DatabaseUrl Database(string environment) => NamedDatabase() ?? Target(environment).Database;

    /// <summary>The database of <c>--database-url</c>. One that is not on this machine must come with its environment's name.</summary>
    private DatabaseUrl NamedDatabase()
    {
        if (DatabaseUrl is null) return null;
        var url = JobSwipe.Tools.Postgres.DatabaseUrl.Parse(DatabaseUrl);
        if (DeliveryEnvironment == DeliveryEnvironment.Local && !url.IsLocal)
            throw new DeliveryError($"The database {url} is not on this machine, and no environment was named.",
                "Say which one it belongs to: --delivery-environment staging, or production. (The URL may come from the variable DATABASE_URL.)");
        return DatabaseApp is null ? url : DatabaseProxy.Through(this, url);
    }
}
