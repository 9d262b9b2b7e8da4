namespace JobSwipe.Backups;

/// <summary>A table as it was backed up and as it was restored.</summary>
/// <param name="Table">Its name.</param>
/// <param name="RowsExpected">Rows in the manifest.</param>
/// <param name="RowsFound">Rows restored; null when the table is not there.</param>
/// <param name="ChecksumEqual">Whether the rows are the same ones.</param>
public sealed record TableComparison(TableName Table, long RowsExpected, long? RowsFound, bool ChecksumEqual)
{
    /// <summary>Whether nothing differs.</summary>
    public bool Equal => RowsExpected == RowsFound && ChecksumEqual;
}
