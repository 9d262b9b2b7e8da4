namespace JobSwipe.LocalFly.Api;

/// <summary>What an error answer says.</summary>
internal sealed record ErrorView(string Error);
