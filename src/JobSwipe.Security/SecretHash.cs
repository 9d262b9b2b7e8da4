using System.Security.Cryptography;
using System.Text;

namespace JobSwipe.Security;

/// <summary>Names a secret without telling it: HMAC-SHA-256 with a key that only the owner has. A plain hash of a short secret can be guessed.</summary>
public static class SecretHash
{
    /// <summary>The variable that holds the key.</summary>
    public const string Variable = "SECURITY_HASH_KEY";

    /// <summary>The hash; null without a key, or when the scanner has hidden the value already.</summary>
    public static string? Of(string? value, byte[]? key) =>
        key is not { Length: > 0 } || string.IsNullOrEmpty(value) || value.Contains("REDACTED", StringComparison.Ordinal) || value.All(c => c == '*')
            ? null
            : Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(value)).AsSpan(0, 16));

    /// <summary>The key of the environment; null when there is none.</summary>
    public static byte[]? Key() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } key ? Encoding.UTF8.GetBytes(key) : null;
}
