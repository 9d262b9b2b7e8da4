namespace JobSwipe.Releases.Notifications;

/// <summary>Tells everybody who shall know. What does not arrive is said, and never fails what it is about.</summary>
public static class Notifiers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Sends to all at once.</summary>
    /// <returns>How many were reached, and what went wrong with the others, for people.</returns>
    public static async Task<string> SendAsync(this IReadOnlyList<INotifier> notifiers, Notification notification)
    {
        using var deadline = new CancellationTokenSource(Patience);
        var failures = (await Task.WhenAll(notifiers.Select(notifier => TryAsync(notifier, notification, deadline.Token)))).OfType<string>().ToArray();
        var sent = $"{notifiers.Count - failures.Length} of {notifiers.Count} notifications sent";
        return failures.Length == 0 ? sent : $"{sent}; {string.Join("; ", failures)}";
    }

    private static async Task<string?> TryAsync(INotifier notifier, Notification notification, CancellationToken cancellation)
    {
        try
        {
            await notifier.SendAsync(notification, cancellation);
            return null;
        }
        catch (Exception exception)
        {
            // Whatever it is: a deployment that succeeded stays one when a mail server is down.
            return $"{notifier.Name}: {exception.Message}";
        }
    }
}
