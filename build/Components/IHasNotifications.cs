using System;
using System.Collections.Generic;
using JobSwipe.Releases.Notifications;
using Nuke.Common;
using Nuke.Common.CI.GitHubActions;

namespace Components;

/// <summary>Who is told how a deployment ended.</summary>
interface IHasNotifications : INukeBuild
{
    [Parameter("Webhook that takes Slack's messages"), Secret]
    string SlackWebhook => TryGetValue(() => SlackWebhook);

    [Parameter("Server for e-mail, as smtp://user:password@host:587 or smtps://…:465"), Secret]
    string SmtpUrl => TryGetValue(() => SmtpUrl);

    [Parameter("Sender of e-mail")]
    string MailFrom => TryGetValue(() => MailFrom);

    [Parameter("Recipients of e-mail, separated by spaces", Separator = " ")]
    string[] MailTo => TryGetValue(() => MailTo) ?? [];

    IReadOnlyList<INotifier> Notifiers()
    {
        var notifiers = new List<INotifier>();
        if (SlackWebhook is { } url) notifiers.Add(JobSwipe.Releases.Notifications.SlackWebhook.Parse(url));
        if (SmtpUrl is { } server) notifiers.Add(new Mail(MailSettings.Parse(server, MailFrom, MailTo)));
        return notifiers;
    }

    IReadOnlyList<(string Text, Uri Url)> Links() => Host is GitHubActions github
        ? [("workflow run", new Uri($"{github.ServerUrl}/{github.Repository}/actions/runs/{github.RunId}"))]
        : [];
}
