using System.Collections.Concurrent;
using JobSwipe.Backups.Streams;

namespace JobSwipe.Backups.Tests;

public sealed class JobsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_after_what_they_wait_for_and_the_most_urgent_first()
    {
        var order = new List<string>();
        var jobs = new Jobs(1);
        Jobs.Job Add(string name, int urgency, params IReadOnlyList<Jobs.Job> after) => jobs.Add(urgency, _ => { order.Add(name); return Task.CompletedTask; }, after);
        var rows = Add("rows", 1);
        Add("late", 3);
        var keys = Add("keys", 0, rows);
        Add("index", 2, keys);
        Add("rows of another", 1);

        await jobs.RunAsync(Cancellation);

        order.ShouldBe(["rows", "keys", "rows of another", "index", "late"]);
    }

    [Fact]
    public async Task Run_no_more_than_so_many_at_once()
    {
        var (now, most) = (0, 0);
        var jobs = new Jobs(2);
        for (var i = 0; i < 20; i++)
        {
            jobs.Add(0, async _ =>
            {
                most = Math.Max(most, Interlocked.Increment(ref now));
                await Task.Yield();
                Interlocked.Decrement(ref now);
            });
        }

        await jobs.RunAsync(Cancellation);

        most.ShouldBe(2);
    }

    [Fact]
    public async Task The_first_failure_stops_those_that_run_and_none_begins()
    {
        var seen = new ConcurrentQueue<string>();
        var jobs = new Jobs(2);
        var failed = jobs.Add(0, async _ => { await Task.Yield(); throw new InvalidOperationException("broken"); });
        jobs.Add(0, async stop =>
        {
            try
            {
                await Task.Delay(Timeout.Infinite, stop);
            }
            finally
            {
                seen.Enqueue("stopped");
            }
        });
        jobs.Add(0, _ => { seen.Enqueue("begun"); return Task.CompletedTask; }, failed);

        (await Should.ThrowAsync<InvalidOperationException>(() => jobs.RunAsync(Cancellation))).Message.ShouldBe("broken");

        seen.ShouldBe(["stopped"]);
    }

    [Fact]
    public async Task Cancelling_stops_all()
    {
        using var stop = new CancellationTokenSource();
        var jobs = new Jobs(2);
        jobs.Add(0, async token => { await stop.CancelAsync(); await Task.Delay(Timeout.Infinite, token); });

        await Should.ThrowAsync<OperationCanceledException>(() => jobs.RunAsync(stop.Token));
    }
}
