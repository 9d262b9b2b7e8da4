namespace Nuke.Common.IO;

/// <summary>A path that starts nowhere in particular.</summary>
public class RelativePath
{
    private readonly string _path;
    private readonly char? _separator;

    /// <summary>Normalizes the path.</summary>
    protected RelativePath(string path, char? separator = null)
    {
        _path = PathConstruction.NormalizePath(path, separator);
        _separator = separator;
    }

    /// <summary>Creates a path from text; null stays null.</summary>
    public static explicit operator RelativePath(string path) => path is null ? null : new RelativePath(path);

    /// <summary>The text of the path; null stays null.</summary>
    public static implicit operator string(RelativePath path) => path?._path;

    /// <summary>Goes down.</summary>
    public static RelativePath operator /(RelativePath left, string right) =>
        new(PathConstruction.Combine(left, right, left._separator), left._separator);

    /// <summary>Goes up: <c>path / ..</c>.</summary>
    public static RelativePath operator /(RelativePath left, Range range)
    {
        Assert.True(range.Equals(Range.All), "Only '..' can stand for the parent");
        return left / "..";
    }

    /// <summary>Appends text to the last part.</summary>
    public static RelativePath operator +(RelativePath left, string right) => new(left._path + right, left._separator);

    /// <inheritdoc/>
    public override string ToString() => _path;
}
