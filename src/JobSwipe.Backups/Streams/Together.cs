namespace JobSwipe.Backups.Streams;

/// <summary>Several pieces of work of which the first failure stops the others.</summary>
internal sealed class Together(int slots, CancellationToken cancellation) : IDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    private readonly SemaphoreSlim _slots = new(slots);
    private readonly List<Task> _tasks = [];

    /// <summary>Adds work that waits for a free slot.</summary>
    public Task<T> Add<T>(Func<CancellationToken, Task<T>> work) => AddFree(async stop =>
    {
        await _slots.WaitAsync(stop);
        try
        {
            return await work(stop);
        }
        finally
        {
            _slots.Release();
        }
    });

    /// <summary>Adds work that takes no slot.</summary>
    public Task<T> AddFree<T>(Func<CancellationToken, Task<T>> work)
    {
        var task = RunAsync(work);
        _tasks.Add(task);
        return task;
    }

    /// <summary>Waits for all of them, so that nothing runs on, and throws the error that came first: not the cancellations that it caused.</summary>
    public async Task EndAsync()
    {
        await Task.WhenAll(_tasks.Select(task => task.ContinueWith(_ => { }, TaskScheduler.Default)));
        cancellation.ThrowIfCancellationRequested();
        await (_tasks.FirstOrDefault(task => task.IsFaulted) ?? Task.WhenAll(_tasks));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Dispose();
        _slots.Dispose();
    }

    private async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work)
    {
        try
        {
            return await work(_stop.Token);
        }
        catch
        {
            await _stop.CancelAsync();
            throw;
        }
    }
}
