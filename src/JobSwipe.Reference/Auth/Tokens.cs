using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace JobSwipe.Reference.Auth;

/// <summary>
/// Tokens that say who a user is: user id and expiry, signed with HMAC-SHA-256. Nothing is stored, so every machine of a fleet
/// accepts a token that another one issued.
/// </summary>
internal sealed class Tokens(string secretKey, TimeProvider time)
{
    private const int PayloadBytes = 16 + 8;
    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes("jobswipe-token:" + secretKey));

    /// <summary>How long a token holds.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(30);

    /// <summary>A token for a user.</summary>
    public string Issue(Guid user)
    {
        var token = new byte[PayloadBytes + HMACSHA256.HashSizeInBytes];
        user.TryWriteBytes(token);
        BinaryPrimitives.WriteInt64BigEndian(token.AsSpan(16), (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds());
        HMACSHA256.HashData(_key, token.AsSpan(0, PayloadBytes), token.AsSpan(PayloadBytes));
        return Base64Url.EncodeToString(token);
    }

    /// <summary>The user of a token; null when it is not one of ours, or expired.</summary>
    public Guid? Read(string token)
    {
        Span<byte> bytes = stackalloc byte[PayloadBytes + HMACSHA256.HashSizeInBytes];
        if (token.Length != Base64Url.GetEncodedLength(bytes.Length) || !Base64Url.IsValid(token)) return null;
        if (!Base64Url.TryDecodeFromChars(token, bytes, out var length) || length != bytes.Length) return null;
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, bytes[..PayloadBytes], expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, bytes[PayloadBytes..])) return null;
        return BinaryPrimitives.ReadInt64BigEndian(bytes[16..]) > time.GetUtcNow().ToUnixTimeSeconds() ? new Guid(bytes[..16]) : null;
    }

    /// <summary>The user of a request, from <c>Authorization: Bearer</c>.</summary>
    public Guid? UserOf(HttpContext context) =>
        context.Request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? Read(header[7..].Trim()) : null;
}
