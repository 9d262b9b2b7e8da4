using JobSwipe.Migrations.Lint.Statements;

namespace JobSwipe.Migrations.Lint.Rules;

/// <summary>A default that differs from row to row writes the whole table anew.</summary>
internal sealed class AddingFieldWithDefault() : LintRule("adding-field-with-default", LintSeverity.Error)
{
    internal override IEnumerable<Problem> Check(Statement statement, Situation at)
    {
        if (statement is not AlterTable table || at.IsQuiet(table.Table)) yield break;
        foreach (var column in table.Actions.OfType<AddColumn>().Select(action => action.Column))
        {
            if (column.Stored is { } stored)
                yield return new Problem(stored, $"The stored value of {column.Name} is computed for every row of {table.Table}, which is written anew.");
            else if (column.Identity is { } identity)
                yield return new Problem(identity, $"Numbering {column.Name} writes every row of {table.Table} anew.");
            else if (column.Type.IsSerial)
                yield return new Problem(column.Type.Span, $"Numbering {column.Name} writes every row of {table.Table} anew.");
            else if (Volatility.CallIn(column.Default, at.Catalog) is { } call)
                yield return new Problem(Span.Of(column.Default), $"{call}() may give each row another value, so {table.Table} is written anew.");
        }
    }
}
