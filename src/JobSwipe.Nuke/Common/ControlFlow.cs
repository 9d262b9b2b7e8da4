namespace Nuke.Common;

/// <summary>Retries and ignored errors.</summary>
public static class ControlFlow
{
    /// <summary>Executes the action again until it succeeds or the attempts are used up.</summary>
    public static void ExecuteWithRetry(
        Action action, Action cleanup = null, int retryAttempts = 3, TimeSpan? delay = null, Action<string> logAction = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                action();
                return;
            }
            catch (Exception exception) when (attempt < retryAttempts)
            {
                logAction?.Invoke($"Attempt {attempt} of {retryAttempts} failed: {exception.Message}");
                if (delay is { } wait)
                    Thread.Sleep(wait);
            }
            finally
            {
                cleanup?.Invoke();
            }
        }
    }

    /// <summary>Executes the action; an error becomes a warning.</summary>
    public static void SuppressErrors(Action action, bool includeStackTrace = false, bool logWarning = true) =>
        SuppressErrors(() => { action(); return true; }, default, includeStackTrace, logWarning);

    /// <summary>The function's result, or the default after an error.</summary>
    public static T SuppressErrors<T>(Func<T> action, T defaultValue = default, bool includeStackTrace = false, bool logWarning = true)
    {
        try
        {
            return action();
        }
        catch (Exception exception)
        {
            if (logWarning)
                Serilog.Log.Warning("{Message}", includeStackTrace ? exception.ToString() : exception.Message);
            return defaultValue;
        }
    }

    /// <summary>The function's items, or none after an error.</summary>
    public static IEnumerable<T> SuppressErrors<T>(Func<IEnumerable<T>> action, bool includeStackTrace = false) =>
        SuppressErrors<IEnumerable<T>>(() => action().ToList(), [], includeStackTrace);
}
