namespace JobSwipe.Releases.Notifications;

/// <summary>A way to reach people.</summary>
public interface INotifier
{
    /// <summary>What it is, for people; never with a secret in it.</summary>
    string Name { get; }

    /// <summary>Sends; throws whatever went wrong.</summary>
    Task SendAsync(Notification notification, CancellationToken cancellation = default);
}
