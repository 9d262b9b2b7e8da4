using System.Security.Cryptography;

namespace JobSwipe.Reference.Auth;

/// <summary>Password hashes: PBKDF2 with SHA-256 and 600,000 rounds, as OWASP's password storage cheat sheet asks for.</summary>
internal static class Passwords
{
    private const int Rounds = 600_000;

    /// <summary>What a guest has: no password matches it.</summary>
    public const string None = "!";

    public static string Hash(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return $"pbkdf2-sha256${Rounds}${Convert.ToBase64String(salt)}${Convert.ToBase64String(Derive(password, salt, Rounds))}";
    }

    public static bool Matches(string password, string? hash) =>
        hash?.Split('$') is ["pbkdf2-sha256", var rounds, var salt, var expected] &&
        CryptographicOperations.FixedTimeEquals(Derive(password, Convert.FromBase64String(salt), int.Parse(rounds)), Convert.FromBase64String(expected));

    private static byte[] Derive(string password, byte[] salt, int rounds) => Rfc2898DeriveBytes.Pbkdf2(password, salt, rounds, HashAlgorithmName.SHA256, 32);
}
