using System.Security.Cryptography;
using System.Text;

namespace JobSwipe.LocalFly.Platform;

/// <summary>A secret as it may be shown: by a short digest of its value.</summary>
internal static class SecretDigest
{
    public static string Of(string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)))[..16];
}
