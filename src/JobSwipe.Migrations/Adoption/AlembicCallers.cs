namespace JobSwipe.Migrations.Adoption;

/// <summary>Finds what would still run Alembic on a database that it does not manage any more.</summary>
public static class AlembicCallers
{
    private static readonly string[] Skipped = [".git", "node_modules", ".venv", "venv", "bin", "obj", "build"];
    private const long LargestFile = 1_000_000;

    /// <summary>The lines of an application that call <c>alembic upgrade</c>, as <c>file:line</c>.</summary>
    public static IReadOnlyList<string> Find(string folder) =>
    [
        .. Files(new DirectoryInfo(folder)).Where(file => file.Length < LargestFile).SelectMany(file => File.ReadLines(file.FullName)
            .Select((text, index) => (text, index))
            .Where(line => IsCall(line.text))
            .Select(line => $"{Path.GetRelativePath(folder, file.FullName)}:{line.index + 1}")).Order(StringComparer.Ordinal),
    ];

    // alembic upgrade head, python -m alembic upgrade head, ["alembic", "upgrade", "head"], command.upgrade(config, "head")
    private static bool IsCall(string line) =>
        (line.Contains("alembic", StringComparison.Ordinal) && line.Contains("upgrade", StringComparison.Ordinal)) || line.Contains("command.upgrade(", StringComparison.Ordinal);

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder) =>
        folder.EnumerateFiles().Concat(folder.EnumerateDirectories().Where(inner => inner.LinkTarget is null && !Skipped.Contains(inner.Name)).SelectMany(Files));
}
