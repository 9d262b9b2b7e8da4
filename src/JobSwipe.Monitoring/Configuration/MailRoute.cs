using JobSwipe.Tools;

namespace JobSwipe.Monitoring.Configuration;

/// <summary>Where mail of alerts goes.</summary>
/// <param name="Server">The mail server, <c>host:port</c>.</param>
/// <param name="User">The user there; null for a server that asks for none.</param>
/// <param name="From">The sender.</param>
/// <param name="To">The recipients, separated by commas.</param>
public sealed record MailRoute(string Server, string? User, string From, string To)
{
    /// <summary>What the committed file holds: addresses are no part of the source. <c>.invalid</c> never resolves (RFC 2606), and DeployMonitoring puts the real ones in.</summary>
    public static MailRoute Undecided { get; } = new("smtp.invalid:587", "alerts", "alerts@jobswipe.invalid", "oncall@jobswipe.invalid");

    /// <summary>Reads <c>smtp://user:password@host:587</c>, a sender and recipients.</summary>
    /// <returns>The route and the password.</returns>
    /// <exception cref="MailRouteInvalid">One of them is missing or is none.</exception>
    public static (MailRoute Route, string? Password) Parse(string? url, string? from, IReadOnlyList<string> to)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var server) || server.Scheme != "smtp" || server.Host.Length == 0) throw new MailRouteInvalid("the mail server is not given as smtp://user:password@host:587");
        if (to.Count == 0) throw new MailRouteInvalid("nobody is to get it");
        foreach (var address in to.Prepend(from ?? ""))
            if (!System.Net.Mail.MailAddress.TryCreate(address, out var known) || known.Host.EndsWith(".invalid", StringComparison.Ordinal) || known.Host.Split('.') is [.., "example", _] or [.., "example"])
                throw new MailRouteInvalid($"'{address}' is no address that anybody reads");
        var login = server.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString).ToArray();
        return (new MailRoute($"{server.Host}:{(server.Port > 0 ? server.Port : 587)}", login[0].Length > 0 ? login[0] : null, from!, string.Join(", ", to)), login.Length > 1 ? login[1] : null);
    }
}

/// <summary>Mail of alerts would reach nobody.</summary>
public sealed class MailRouteInvalid(string why) : DeliveryError($"Alerts cannot be sent by mail: {why}.", "Give SMTP_URL as a variable (smtp://user:password@host:587), and --mail-from and --mail-to.");
