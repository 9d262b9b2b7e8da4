using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Notifications;

/// <summary>A webhook that takes Slack's message format (https://api.slack.com/messaging/webhooks); Mattermost and others take it too.</summary>
/// <param name="url">The webhook's address, which is a secret.</param>
public sealed class SlackWebhook(Uri url) : INotifier
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Reads its address.</summary>
    /// <exception cref="DeliveryError">It is none; it is a secret, so it is not shown.</exception>
    public static SlackWebhook Parse(string url) => Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "https" or "http"
        ? new SlackWebhook(parsed)
        : throw new DeliveryError("The Slack webhook's address is not one.", "Give the whole https:// address in the variable SLACK_WEBHOOK.");

    /// <inheritdoc/>
    public string Name => $"Slack webhook at {url.Host}";

    /// <inheritdoc/>
    public async Task SendAsync(Notification notification, CancellationToken cancellation = default)
    {
        using var client = new HttpClient { Timeout = Patience };
        using var answer = await client.PostAsJsonAsync(url, Message(notification), cancellation);
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"it answered {(int)answer.StatusCode}: {(await answer.Content.ReadAsStringAsync(cancellation)).Trim()}");
    }

    /// <summary>The message; <c>text</c> is what a phone shows.</summary>
    internal static JsonObject Message(Notification notification)
    {
        var facts = notification.Facts.Select(fact => $"*{Escape(fact.Name)}*  {Escape(fact.Value)}");
        var links = notification.Links.Select(link => $"<{link.Url}|{Escape(link.Text)}>");
        return new JsonObject
        {
            ["text"] = Escape($"{Mark(notification.Level)} {notification.Subject}"),
            ["attachments"] = new JsonArray(new JsonObject
            {
                ["color"] = notification.Level switch { NotificationLevel.Good => "good", NotificationLevel.Warning => "warning", _ => "danger" },
                ["text"] = string.Join('\n', facts.Concat(links)),
            }),
        };
    }

    private static string Mark(NotificationLevel level) => level switch { NotificationLevel.Good => "✓", NotificationLevel.Warning => "!", _ => "‼" };

    // The three characters that Slack's markup gives a meaning.
    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
