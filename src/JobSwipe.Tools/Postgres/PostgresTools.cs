using JobSwipe.Tools.Installing;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Tools.Postgres;

/// <summary>PostgreSQL's programs, all of one installation: pg_dump refuses a server newer than itself.</summary>
/// <param name="Folder">The folder that holds them.</param>
public sealed record PostgresTools(string Folder)
{
    /// <summary>The newest installation on this machine with server programs.</summary>
    /// <exception cref="ToolsMissing">There is none.</exception>
    public static PostgresTools Find() =>
        ExternalTool.PostgresServer.Locate() is { } initdb
            ? new PostgresTools(Path.GetDirectoryName(initdb)!)
            : throw new ToolsMissing([ExternalTool.PostgresServer]);

    /// <summary>A command of one of the programs, for example <c>pg_dump</c>.</summary>
    public Command Command(string program, params IReadOnlyList<string> arguments) => new(Path.Combine(Folder, program), arguments)
    {
        // Messages are parsed and shown to people; they must not depend on the machine's language.
        Environment = new Dictionary<string, string?> { ["LC_ALL"] = "C" },
    };
}
