using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A plain DETACH PARTITION stops reads and writes of the whole partitioned table.</summary>
internal sealed class RequireConcurrentPartitionDetach() : LintRule("require-concurrent-partition-detach", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at) =>
        statement is AlterTable table && !at.IsQuiet(table.Table)
            ? table.Actions.OfType<DetachPartition>()
                .Where(action => !action.Concurrently)
                .Select(action => new Problem(action.Span, $"Detaching a partition stops reads and writes of all of {table.Table}."))
            : [];
}
