using JobSwipe.Storage;
using JobSwipe.Tools;

namespace JobSwipe.Backups;

/// <summary>That a backup failed, so that the status can say so: <c>failures/&lt;time&gt;.json</c>.</summary>
/// <param name="At">When.</param>
/// <param name="Problem">What was wrong.</param>
public sealed record FailureRecord(DateTimeOffset At, string Problem)
{
    private const string Folder = "failures/";

    /// <summary>Writes one down; where the store itself is what failed, nothing happens.</summary>
    internal static async Task RecordAsync(IObjectStore store, Exception exception)
    {
        try
        {
            var problem = exception is DeliveryError error ? error.Problem : exception.Message;
            await store.PutTextAsync($"{Folder}{BackupId.New(DateTimeOffset.UtcNow)}.json", Json.Write(new FailureRecord(DateTimeOffset.UtcNow, problem)), WriteCondition.IsNew, CancellationToken.None);
        }
        catch (DeliveryError)
        {
            // The error that is being reported tells more.
        }
    }

    /// <summary>Those since a moment, newest first.</summary>
    public static async Task<IReadOnlyList<FailureRecord>> SinceAsync(IObjectStore store, DateTimeOffset since, CancellationToken cancellation = default)
    {
        var failures = new List<FailureRecord>();
        await foreach (var info in store.ListAsync(Folder, cancellation))
        {
            if (info.Key.Split('/')[^1].Split('.')[0] is var id && BackupId.IsId(id) && BackupId.TimeOf(id) >= since)
                failures.Add(Json.Read<FailureRecord>(await store.GetTextAsync(info.Key, cancellation), info.Key));
        }
        failures.Reverse();
        return failures;
    }

    /// <summary>Forgets those before a moment.</summary>
    internal static async Task ForgetAsync(IObjectStore store, DateTimeOffset before, CancellationToken cancellation)
    {
        var old = new List<string>();
        await foreach (var info in store.ListAsync(Folder, cancellation))
            if (info.Key.Split('/')[^1].Split('.')[0] is var id && BackupId.IsId(id) && BackupId.TimeOf(id) < before) old.Add(info.Key);
        foreach (var key in old) await store.DeleteAsync(key, cancellation);
    }
}
