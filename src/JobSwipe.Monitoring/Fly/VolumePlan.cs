using JobSwipe.Monitoring.Configuration;

namespace JobSwipe.Monitoring.Fly;

/// <summary>How large Prometheus' volume must be.</summary>
/// <param name="Series">Series in memory; the drill's result and the page /tsdb-status tell.</param>
/// <param name="Pace">How often they are scraped.</param>
/// <param name="Retention">How long samples are kept.</param>
public sealed record VolumePlan(int Series, Pace Pace, TimeSpan Retention)
{
    // 1 to 2 bytes a sample on disk (prometheus.io, storage); the head and its log are not compressed as well.
    private const double BytesASample = 2;
    private const double Reserve = 1.4;

    /// <summary>What production needs: Fly's metrics of six apps, our exporters, the application with three machines.</summary>
    public static VolumePlan Production { get; } = new(6000, Pace.Production, TimeSpan.FromDays(37));

    /// <summary>Samples that are kept.</summary>
    public double Samples => Series * (Retention / Pace.Scrape);

    /// <summary>Size in whole gigabytes; a volume can be made larger later, never smaller.</summary>
    public int Gigabytes => Math.Max(1, (int)Math.Ceiling(Samples * BytesASample * Reserve / 1e9));

    /// <summary>For people.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Series} series every {Pace.Scrape.TotalSeconds:0} s for {Retention.TotalDays:0} days are {Samples / 1e9:0.0} billion samples of 2 bytes; with 40% reserve {Gigabytes} GB");
}
