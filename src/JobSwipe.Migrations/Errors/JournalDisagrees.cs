using JobSwipe.Tools;

namespace JobSwipe.Migrations;

/// <summary>The journal and the scripts at hand do not tell the same story: a script was changed, is missing, or comes too late. Nothing was run.</summary>
public sealed class JournalDisagrees(IReadOnlyList<string> differences) : DeliveryError(
    "The scripts are not those that the database's journal knows:" + string.Concat(differences.Select(line => $"{Environment.NewLine}    {line}")),
    "Bring back the scripts as they were when they ran (git log -- <script>), and put the change into a new script with the next number.");
