namespace JobSwipe.LocalFly.Api;

/// <summary>An app and where it answers.</summary>
internal sealed record AppView(string Name, string Url, string Hostname);
