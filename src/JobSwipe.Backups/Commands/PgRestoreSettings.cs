namespace JobSwipe.Backups;

/// <summary>A run of pg_restore that reads an archive from standard input. Server and user come by environment.</summary>
internal sealed record PgRestoreSettings
{
    /// <summary>The database to restore into.</summary>
    public required string Database { get; init; }

    /// <summary>The sections to restore (<c>pre-data</c>, <c>data</c>, <c>post-data</c>); none restores all.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>A file with the numbers of what alone is restored, one a line; null restores all.</summary>
    public string? List { get; init; }

    /// <summary>Whether owners and grants are restored; they need their roles on the server.</summary>
    public bool Owners { get; init; }

    /// <summary>The argument list.</summary>
    public IReadOnlyList<string> ToArguments() =>
    [
        $"--dbname={Database}",
        // Its default is to go on after errors and to end with 1, half done.
        "--exit-on-error",
        "--no-password",
        .. Sections.Select(section => $"--section={section}"),
        .. List is null ? Array.Empty<string>() : [$"--use-list={List}"],
        .. Owners ? Array.Empty<string>() : ["--no-owner", "--no-privileges"],
    ];
}
