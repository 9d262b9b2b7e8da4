using System.Globalization;

namespace JobSwipe.LocalFly.Deployments;

/// <summary>How long a deployment waits, and for what.</summary>
/// <param name="WaitTimeout">For machines to start and become healthy.</param>
/// <param name="Detach">Waits for nothing.</param>
/// <param name="SmokeChecks">Whether a machine that ends again and again stops the deployment at once.</param>
internal sealed record Patience(TimeSpan WaitTimeout, bool Detach = false, bool SmokeChecks = true)
{
    public static TimeSpan DefaultTimeout { get; } = TimeSpan.FromMinutes(5);

    /// <summary>What bluegreen waits after each switch, and a smoke check watches a machine: 10 s on Fly, a rehearsal may take less.</summary>
    public static TimeSpan Settle { get; } = TimeSpan.FromSeconds(
        double.TryParse(Environment.GetEnvironmentVariable("LOCALFLY_SETTLE_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 10);
}
