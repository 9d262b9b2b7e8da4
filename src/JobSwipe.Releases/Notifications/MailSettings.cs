using JobSwipe.Tools;
using MailKit.Security;
using MimeKit;

namespace JobSwipe.Releases.Notifications;

/// <summary>Where and how e-mail is sent.</summary>
/// <param name="Server"><c>smtp://host:587</c> (STARTTLS is asked for when the server offers it) or <c>smtps://host:465</c>.</param>
/// <param name="From">The sender.</param>
/// <param name="To">The recipients.</param>
public sealed record MailSettings(Uri Server, string From, IReadOnlyList<string> To)
{
    /// <summary>The user to log in as; null for a server that asks for none.</summary>
    public string? User { get; private init; }

    internal string? Password { get; private init; }

    internal SecureSocketOptions Security => Server.Scheme == "smtps" ? SecureSocketOptions.SslOnConnect : User is null ? SecureSocketOptions.StartTlsWhenAvailable
        // A password never travels in the clear, but to this machine itself.
        : Server.IsLoopback ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.StartTls;

    /// <summary>Reads settings.</summary>
    /// <param name="url"><c>smtp://user:password@host:port</c>; user and password may be left out.</param>
    /// <param name="from">The sender.</param>
    /// <param name="to">The recipients.</param>
    /// <exception cref="DeliveryError">One of them is not what it should be.</exception>
    public static MailSettings Parse(string url, string? from, IReadOnlyList<string> to)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var server) || server.Scheme is not ("smtp" or "smtps") || server.Host.Length == 0)
            throw new DeliveryError("The SMTP server's address is not one.", "Give it as smtp://user:password@host:587 or smtps://user:password@host:465 in the variable SMTP_URL.");
        if (to.Count == 0) throw new DeliveryError("There is an SMTP server and nobody to write to.", "Name the recipients with --mail-to.");
        foreach (var address in to.Prepend(from ?? ""))
            if (!MailboxAddress.TryParse(address, out _)) throw new DeliveryError($"'{address}' is not an e-mail address.", "Give the sender with --mail-from, and the recipients with --mail-to.");
        var login = server.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString).ToArray();
        var port = server.Port > 0 ? server.Port : server.Scheme == "smtps" ? 465 : 587;
        return new MailSettings(new UriBuilder(server.Scheme, server.Host, port).Uri, from!, to)
        {
            User = login[0].Length > 0 ? login[0] : null,
            Password = login.Length > 1 ? login[1] : null,
        };
    }
}
