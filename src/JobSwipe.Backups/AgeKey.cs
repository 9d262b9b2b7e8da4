using JobSwipe.Tools.Installing;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Backups;

/// <summary>A key pair of age: the recipient encrypts and is public, the identity decrypts and is secret.</summary>
/// <param name="IdentityFile">The file with the secret, which only its owner may read.</param>
/// <param name="Recipient">The public part, <c>age1…</c>.</param>
public sealed record AgeKey(string IdentityFile, string Recipient)
{
    private const string FileName = "backup-identity.txt";

    /// <summary>Makes a key in a folder, or returns the one that is there.</summary>
    /// <exception cref="ToolsMissing">age is not on this machine.</exception>
    public static async Task<AgeKey> GenerateAsync(string folder, CancellationToken cancellation = default)
    {
        var file = Path.Combine(Directory.CreateDirectory(folder).FullName, FileName);
        var keygen = ExternalTool.AgeKeygen.Require();
        if (!File.Exists(file)) await new Command(keygen, "-o", file).OutputAsync(cancellation);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return new AgeKey(file, (await RecipientsOfAsync(file, cancellation))[0]);
    }

    /// <summary>Checks recipients, by encrypting nothing to each.</summary>
    /// <exception cref="RecipientMissing">There is none, or age does not take one.</exception>
    internal static async Task CheckRecipientsAsync(IReadOnlyList<string> recipients, CancellationToken cancellation)
    {
        if (recipients.Count == 0) throw new RecipientMissing("none was given");
        // It must not reach a command line, nor a message.
        if (recipients.Any(recipient => recipient.StartsWith("AGE-SECRET-KEY", StringComparison.OrdinalIgnoreCase)))
            throw new RecipientMissing("a secret identity was given in its place");
        foreach (var recipient in recipients)
        {
            var result = await new Command(ExternalTool.Age.Require(), AgeSettings.Encrypt([recipient])).RunAsync(cancellation);
            if (result.ExitCode != 0) throw new RecipientMissing($"'{recipient}' is none");
        }
    }

    /// <summary>Checks that an identity opens a backup.</summary>
    /// <exception cref="IdentityMissing">The file is not there or holds no identity.</exception>
    /// <exception cref="IdentityWrong">It is the identity of somebody else.</exception>
    internal static Task CheckIdentityAsync(string file, BackupManifest manifest, CancellationToken cancellation) =>
        CheckIdentityAsync(file, manifest.Id, manifest.Recipients, cancellation);

    /// <inheritdoc cref="CheckIdentityAsync(string, BackupManifest, CancellationToken)"/>
    internal static async Task CheckIdentityAsync(string file, string id, IReadOnlyList<string> recipients, CancellationToken cancellation)
    {
        string text;
        try
        {
            text = await File.ReadAllTextAsync(file, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IdentityMissing(file, exception.Message);
        }
        // An SSH key, or a file locked with a passphrase: age itself will say.
        if (text.Contains("-----BEGIN", StringComparison.Ordinal) || text.StartsWith("age-encryption.org", StringComparison.Ordinal)) return;
        var has = await RecipientsOfAsync(file, cancellation);
        if (!has.Intersect(recipients).Any()) throw new IdentityWrong(file, id, has, recipients);
    }

    private static async Task<string[]> RecipientsOfAsync(string file, CancellationToken cancellation)
    {
        var result = await new Command(ExternalTool.AgeKeygen.Require(), "-y", file).RunAsync(cancellation);
        if (result.ExitCode != 0) throw new IdentityMissing(file, "age-keygen finds no identity in it");
        return result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
