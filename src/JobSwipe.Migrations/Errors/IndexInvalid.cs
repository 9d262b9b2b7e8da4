using JobSwipe.Tools;

namespace JobSwipe.Migrations;

/// <summary>A script came to its end and left an index that PostgreSQL maintains and does not use. It is not counted as applied.</summary>
public sealed class IndexInvalid(string file, IReadOnlyList<string> indexes) : DeliveryError(
    $"{file} left an invalid index: {string.Join(", ", indexes)}.",
    "Drop it (drop index concurrently …) and run again; the script starts again from its first statement.");
