using JobSwipe.Migrations.Schemas;
using JobSwipe.Tools;

namespace JobSwipe.Migrations;

/// <summary>Up, down and up again did not lead where it should.</summary>
public sealed class MigrationNotProved(string why, string kind, SchemaDifference difference) : DeliveryError(
    $"On the {kind} database {why} (- missing, + unexpected, ~ different):{string.Concat(difference.Lines().Select(line => $"{Environment.NewLine}    {line}"))}",
    "Correct the undo (or the script, while it ran nowhere yet).")
{
    /// <summary>In what the two schemas differ.</summary>
    public SchemaDifference Difference { get; } = difference;
}
