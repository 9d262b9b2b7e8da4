namespace JobSwipe.Migrations.Sql;

/// <summary>A place in a script, counted from 1 as editors do; columns in UTF-16 code units.</summary>
internal readonly record struct SqlPlace(int Line, int Column)
{
    /// <summary>The place of a character.</summary>
    public static SqlPlace Of(string script, int offset)
    {
        var before = script.AsSpan(0, Math.Min(offset, script.Length));
        return new SqlPlace(before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}
