namespace JobSwipe.Migrations.Sql;

/// <summary>SQL ends inside something that began at an offset.</summary>
internal sealed class SqlUnfinished(string what, int offset) : Exception($"the {what} is not ended")
{
    /// <summary>Characters before its begin.</summary>
    public int Offset { get; } = offset;
}
