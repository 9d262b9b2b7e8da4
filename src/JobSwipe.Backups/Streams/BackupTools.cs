using JobSwipe.Tools.Installing;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Backups.Streams;

/// <summary>The programs that make and read backups.</summary>
internal sealed record BackupTools(PostgresTools Postgres, string Zstd, string Age)
{
    /// <exception cref="ToolsMissing">One is not on this machine.</exception>
    public static BackupTools Find() => new(PostgresTools.Find(), ExternalTool.Zstd.Require(), ExternalTool.Age.Require());

    /// <summary>What turns a plain stream into a stored one.</summary>
    public Command[] Seal(ZstdSettings zstd, IEnumerable<string> recipients) =>
        [new(Zstd, zstd.ToArguments()), new(Age, AgeSettings.Encrypt(recipients))];

    /// <summary>What turns a stored stream into a plain one.</summary>
    public Command[] Open(string identityFile) => [new(Age, AgeSettings.Decrypt(identityFile)), new(Zstd, ZstdSettings.Decompress)];

    /// <summary>Their versions, for the manifest.</summary>
    public async Task<IReadOnlyDictionary<string, string>> VersionsAsync(CancellationToken cancellation)
    {
        var said = await Task.WhenAll(new[] { new Command(Age, "--version"), Postgres.Command("pg_dump", "--version"), new Command(Zstd, "--version") }
            .Select(command => command.OutputAsync(cancellation)));
        return new SortedDictionary<string, string>
        {
            ["age"] = said[0].Trim(),
            ["pg_dump"] = Words(said[1]).First(word => char.IsAsciiDigit(word[0])),
            ["zstd"] = Words(said[2]).First(word => word[0] == 'v').Trim('v', ','),
        };
    }

    private static string[] Words(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
