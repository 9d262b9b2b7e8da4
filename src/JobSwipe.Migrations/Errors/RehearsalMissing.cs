using JobSwipe.Tools;

namespace JobSwipe.Migrations;

/// <summary>Scripts have not passed a rehearsal on this environment's data. Nothing was run.</summary>
public sealed class RehearsalMissing(string environment, IEnumerable<string> scripts, string why) : DeliveryError(
    $"{string.Join(", ", scripts)} did not pass a rehearsal on the data of {environment} in the last 24 h: {why}.",
    $"Rehearse them: ./build.sh MigrateRehearse --delivery-environment {environment}");
