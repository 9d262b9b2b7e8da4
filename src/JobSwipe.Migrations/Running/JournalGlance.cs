using JobSwipe.Tools.Postgres;
using Npgsql;
using NpgsqlTypes;

namespace JobSwipe.Migrations.Running;

/// <summary>
/// A short look at the journal, enough to see that there is nothing to do: by far the most frequent run. It holds no lock and changes nothing.
/// </summary>
internal static class JournalGlance
{
    /// <summary>Of the rows in force, in the scripts' order, what a comparison with the scripts needs and nothing else.</summary>
    /// <returns>Null when the journal cannot be read like this; a session of the runner says why.</returns>
    /// <exception cref="DatabaseUnreachable">As every error of <see cref="DatabaseConnection.Open"/>.</exception>
    public static Task<IReadOnlyList<JournalEntry>?> TakeAsync(DatabaseUrl url, CancellationToken cancellation) =>
        // Awaiting a login and each row takes a fifth longer than a thread that waits for them. It ends by itself, also when nobody waits for it any more.
        Task.Run(() => Take(url), cancellation).WaitAsync(cancellation);

    private static IReadOnlyList<JournalEntry>? Take(DatabaseUrl url)
    {
        try
        {
            using var connection = url.Open(builder =>
            {
                builder.WithPlainTypes();
                builder.CommandTimeout = builder.Timeout;
                // Asking whether there is TLS is a round trip more. A server that wants it also within its machine refuses, and the session asks.
                if (url.IsLocal && url.SslMode is null) builder.SslMode = SslMode.Disable;
            });
            return Read(connection);
        }
        catch (Exception exception) when (exception is DatabaseLoginRefused or NpgsqlException)
        {
            return null;
        }
    }

    // A new session knows no catalogs: copying the table needs no plan, which would take longer than its rows.
    private static List<JournalEntry> Read(NpgsqlConnection connection)
    {
        using var rows = connection.BeginBinaryExport("copy delivery.journal (script_name, sha256, outcome) to stdout (format binary)");
        var entries = new List<JournalEntry>();
        while (rows.StartRow() > 0)
        {
            var (script, hash, outcome) = (Text(), Text(), Text());
            if (outcome is "undone" or "replaced") continue;
            entries.Add(new JournalEntry
            {
                Script = script,
                Sha256 = hash,
                Kind = MigrationScript.IsRepeatableName(script) ? JournalKind.Repeatable : JournalKind.Script,
                StartedAt = default,
                Actor = "",
                RunnerVersion = "",
                Outcome = Journal.Outcome(outcome),
            });
        }
        entries.Sort((one, other) => string.CompareOrdinal(one.Script, other.Script));
        return entries;

        string Text() => rows.Read<string>(NpgsqlDbType.Text);
    }
}
