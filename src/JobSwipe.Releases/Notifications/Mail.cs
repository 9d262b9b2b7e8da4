using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace JobSwipe.Releases.Notifications;

/// <summary>An e-mail by SMTP.</summary>
/// <param name="settings">Server, sender and recipients.</param>
public sealed class Mail(MailSettings settings) : INotifier
{
    /// <inheritdoc/>
    public string Name => $"e-mail to {string.Join(", ", settings.To)}";

    /// <inheritdoc/>
    public async Task SendAsync(Notification notification, CancellationToken cancellation = default)
    {
        using var client = new SmtpClient { Timeout = 10_000 };
        await client.ConnectAsync(settings.Server.Host, settings.Server.Port, settings.Security, cancellation);
        if (settings.User is { } user) await client.AuthenticateAsync(user, settings.Password ?? "", cancellation);
        using var message = Message(notification);
        await client.SendAsync(message, cancellation);
        await client.DisconnectAsync(quit: true, cancellation);
    }

    private MimeMessage Message(Notification notification)
    {
        var message = new MimeMessage { Subject = notification.Subject };
        message.From.Add(MailboxAddress.Parse(settings.From));
        foreach (var to in settings.To) message.To.Add(MailboxAddress.Parse(to));
        if (notification.Level == NotificationLevel.Alarm) message.Priority = MessagePriority.Urgent;
        var lines = notification.Facts.Select(fact => $"{fact.Name,-8} {fact.Value}").Concat(notification.Links.Select(link => $"{link.Text}: {link.Url}"));
        message.Body = new TextPart("plain") { Text = $"{notification.Subject}\n\n{string.Join('\n', lines)}\n" };
        return message;
    }
}
