using JobSwipe.Tools;

namespace JobSwipe.Backups;

/// <summary>pg_dump refuses servers newer than itself. Nothing was begun.</summary>
public sealed class ServerNewerThanTools(int server, int tools) : DeliveryError(
    $"The server is PostgreSQL {server}, and pg_dump here is {tools}; it cannot dump a newer server.",
    $"Install the newer client: Debian: sudo apt-get install postgresql-client-{server} (from apt.postgresql.org); Homebrew: brew install postgresql@{server}");
