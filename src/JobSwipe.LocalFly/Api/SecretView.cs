namespace JobSwipe.LocalFly.Api;

/// <summary>A secret, without its value.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Digest">A short digest of its value.</param>
/// <param name="Status">Deployed, Staged (no machine has it yet) or Partial.</param>
internal sealed record SecretView(string Name, string Digest, string Status);
