namespace JobSwipe.LocalFly.Api;

/// <summary>An app's new secrets; null removes one.</summary>
internal sealed record SecretsRequest(IReadOnlyDictionary<string, string?> Values);
