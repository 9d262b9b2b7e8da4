namespace Nuke.Common.Utilities;

/// <summary>Calls something when it is disposed, once.</summary>
public class DelegateDisposable : IDisposable
{
    private Action _cleanup;

    private DelegateDisposable(Action cleanup) => _cleanup = cleanup;

    /// <summary>Calls the setup now and the cleanup when disposed.</summary>
    public static IDisposable CreateBracket(Action setup = null, Action cleanup = null)
    {
        setup?.Invoke();
        return new DelegateDisposable(cleanup);
    }

    /// <summary>Calls the setup now and the cleanup, with its result, when disposed.</summary>
    public static IDisposable CreateBracket<T>(Func<T> setup, Action<T> cleanup)
    {
        var value = setup();
        return new DelegateDisposable(() => cleanup(value));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Interlocked.Exchange(ref _cleanup, null)?.Invoke();
        GC.SuppressFinalize(this);
    }
}
