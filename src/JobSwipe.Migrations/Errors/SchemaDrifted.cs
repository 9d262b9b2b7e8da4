using JobSwipe.Migrations.Schemas;
using JobSwipe.Tools;

namespace JobSwipe.Migrations;

/// <summary>A schema is not what the scripts make. Nothing was changed.</summary>
public sealed class SchemaDrifted(string database, SchemaDifference difference) : DeliveryError(
    $"The schema of '{database}' is not what the scripts make (- missing, + unexpected, ~ different):"
        + string.Concat(difference.Lines().Select(line => $"{Environment.NewLine}    {line}")),
    "Bring the database to what the scripts say, or write a new script that says what the database has.")
{
    /// <summary>In what they differ.</summary>
    public SchemaDifference Difference { get; } = difference;
}
