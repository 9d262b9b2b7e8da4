using System.Diagnostics.Metrics;

namespace JobSwipe.Reference.Telemetry;

/// <summary>Reads the state of Npgsql's pool from the meter it publishes; the pool has no other way to ask.</summary>
internal sealed class ConnectionPoolMetrics : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _used;
    private long _idle;

    public ConnectionPoolMetrics(AppMetrics metrics)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Npgsql" && instrument.Name == "db.client.connection.count") listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((_, value, tags, _) => Add(value, tags));
        _listener.SetMeasurementEventCallback<long>((_, value, tags, _) => Add(value, tags));
        _listener.Start();
        metrics.Registry.AddBeforeCollectCallback(() =>
        {
            (_used, _idle) = (0, 0);
            _listener.RecordObservableInstruments();
            metrics.ConnectionsActive.Set(_used);
            metrics.ConnectionsIdle.Set(_idle);
        });
    }

    public void Dispose() => _listener.Dispose();

    private void Add(long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (key, state) in tags)
        {
            if (key != "db.client.connection.state") continue;
            if (state is "used") _used += value;
            else _idle += value;
        }
    }
}
