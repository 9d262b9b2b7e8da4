using JobSwipe.Tools;
using JobSwipe.Tools.Postgres;

namespace JobSwipe.Backups;

/// <summary>The server does not stream its WAL or its files to this user.</summary>
public sealed class ReplicationRefused(DatabaseUrl url, string why, Exception? inner = null) : DeliveryError(
    $"The server {url.Host}:{url.Port} does not replicate to '{url.User}': {why.TrimEnd('.')}.",
    $"The user needs REPLICATION (alter role \"{url.User}\" replication), pg_hba.conf a line for the database 'replication', and the server wal_level = replica and a free max_wal_senders; a slot serves one archiver at a time.", inner);
