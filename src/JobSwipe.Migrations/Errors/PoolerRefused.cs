using JobSwipe.Tools;
using JobSwipe.Tools.Postgres;

namespace JobSwipe.Migrations;

/// <summary>A pooler in transaction mode lies between the runner and the server. Nothing was run.</summary>
public sealed class PoolerRefused(DatabaseUrl url, Exception? inner = null) : DeliveryError(
    $"{url.Host}:{url.Port} is a pooler in transaction or statement mode: a lock of a session does not hold there.",
    "Give --database-url the server itself, or a pool in session mode.", inner);
