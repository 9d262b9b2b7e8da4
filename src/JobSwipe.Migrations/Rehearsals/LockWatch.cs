using System.Diagnostics;
using JobSwipe.Tools.Postgres;
using Npgsql;

namespace JobSwipe.Migrations.Rehearsals;

/// <summary>Sees which locks a session holds. Inside a transaction one look at its end is enough, for none is given back before; outside of one it is looked at again and again.</summary>
internal static class LockWatch
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private const string Query = """
        select distinct relation::bigint, mode from pg_locks
        where pid = $1 and locktype = 'relation' and granted and mode not in ('AccessShareLock', 'RowShareLock', 'RowExclusiveLock')
        """;

    /// <summary>The strong locks of a session, by table and mode.</summary>
    public static async Task<IReadOnlyList<(long Table, string Mode)>> LookAsync(NpgsqlConnection connection, int pid, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Query, connection) { Parameters = { new() { Value = pid } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<(long, string)>();
        while (await reader.ReadAsync(cancellation)) found.Add((reader.GetInt64(0), reader.GetString(1)));
        return found;
    }

    /// <summary>Watches a session while something runs in it.</summary>
    /// <returns>The longest time that each lock was seen without a gap; shorter than the pause between two looks may go unseen.</returns>
    public static async Task<IReadOnlyDictionary<(long Table, string Mode), double>> WhileAsync(DatabaseUrl url, int pid, Func<Task> action, CancellationToken cancellation)
    {
        await using var connection = await url.OpenAsync(cancellation);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var longest = new Dictionary<(long, string), double>();
        var watching = Task.Run(async () =>
        {
            var since = new Dictionary<(long, string), long>();
            while (!done.IsCancellationRequested)
            {
                var now = Stopwatch.GetTimestamp();
                var held = await LookAsync(connection, pid, CancellationToken.None);
                foreach (var gone in since.Keys.Except(held).ToArray()) since.Remove(gone);
                foreach (var item in held)
                {
                    since.TryAdd(item, now);
                    longest[item] = Math.Max(longest.GetValueOrDefault(item), Stopwatch.GetElapsedTime(since[item]).TotalMilliseconds);
                }
                await Task.WhenAny(Task.Delay(Pause, done.Token));
            }
        }, CancellationToken.None);
        try
        {
            await action();
        }
        finally
        {
            await done.CancelAsync();
            await watching;
        }
        return longest;
    }
}
