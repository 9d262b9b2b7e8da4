namespace JobSwipe.Backups.Streams;

/// <summary>Jobs that wait for others, a few at a time; of those that may begin, the most urgent one does. The first failure stops the rest.</summary>
internal sealed class Jobs(int slots)
{
    private readonly List<Job> _waiting = [];

    /// <summary>Adds one.</summary>
    /// <param name="urgency">The lowest is the most urgent; of equals, the one that was added first.</param>
    /// <param name="run">What it does.</param>
    /// <param name="after">What must have ended well before.</param>
    public Job Add(int urgency, Func<CancellationToken, Task> run, params IReadOnlyList<Job> after)
    {
        var job = new Job(urgency, run, after);
        _waiting.Add(job);
        return job;
    }

    /// <summary>Runs all. When it ends, nothing runs on.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var running = new Dictionary<Task, Job>();
        var ended = new HashSet<Job>();
        while (_waiting.Count + running.Count > 0)
        {
            while (running.Count < slots && _waiting.Where(job => job.After.All(ended.Contains)).MinBy(job => job.Urgency) is { } next)
            {
                _waiting.Remove(next);
                running.Add(next.Run(stop.Token), next);
            }
            var first = await Task.WhenAny(running.Keys);
            if (running.Remove(first, out var job)) ended.Add(job);
            if (first.IsCompletedSuccessfully) continue;
            await stop.CancelAsync();
            await Task.WhenAll(running.Keys.Select(task => task.ContinueWith(_ => { }, TaskScheduler.Default)));
            cancellation.ThrowIfCancellationRequested();
            await first;
        }
    }

    /// <summary>One of them.</summary>
    public sealed class Job(int urgency, Func<CancellationToken, Task> run, IReadOnlyList<Job> after)
    {
        internal int Urgency { get; } = urgency;

        internal IReadOnlyList<Job> After { get; } = after;

        internal Func<CancellationToken, Task> Run { get; } = run;
    }
}
