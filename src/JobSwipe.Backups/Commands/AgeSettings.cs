namespace JobSwipe.Backups;

/// <summary>A run of age between two pipes (age 1.1, man age). Recipients are public; identities are only ever named by their file.</summary>
internal static class AgeSettings
{
    /// <summary>The argument list for encrypting to recipients.</summary>
    public static IReadOnlyList<string> Encrypt(IEnumerable<string> recipients) => [.. recipients.SelectMany(recipient => new[] { "-r", recipient })];

    /// <summary>The argument list for decrypting.</summary>
    public static IReadOnlyList<string> Decrypt(string identityFile) => ["-d", "-i", identityFile];
}
