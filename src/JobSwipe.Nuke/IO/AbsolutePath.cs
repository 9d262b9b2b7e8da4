using System.ComponentModel;
using System.Globalization;
using Nuke.Common.Utilities;

namespace Nuke.Common.IO;

/// <summary>A rooted, normalized path. <c>path / "name"</c> goes down, <c>path / ..</c> goes up.</summary>
[TypeConverter(typeof(TypeConverter))]
public class AbsolutePath : IAbsolutePathHolder
{
    /// <summary>Format for <see cref="ToString(string)"/>: between double quotes.</summary>
    public const string DoubleQuote = "dq";

    /// <summary>Format: between double quotes if it has spaces.</summary>
    public const string DoubleQuoteIfNeeded = "dn";

    /// <summary>Format: between single quotes.</summary>
    public const string SingleQuote = "sq";

    /// <summary>Format: between single quotes if it has spaces.</summary>
    public const string SingleQuoteIfNeeded = "sn";

    /// <summary>Format: as it is.</summary>
    public const string NoQuotes = "nq";

    private static readonly StringComparison s_comparison =
        OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private readonly string _path;

    private AbsolutePath(string path) => _path = path;

    AbsolutePath IAbsolutePathHolder.Path => this;

    /// <summary>The last part.</summary>
    public string Name => System.IO.Path.GetFileName(_path);

    /// <summary>The last part up to its last dot.</summary>
    public string NameWithoutExtension => System.IO.Path.GetFileNameWithoutExtension(_path);

    /// <summary>The extension with its dot, or nothing.</summary>
    public string Extension => System.IO.Path.GetExtension(_path);

    /// <summary>The folder above, or null for a root.</summary>
    public AbsolutePath Parent => System.IO.Path.GetDirectoryName(_path) is { Length: > 0 } parent ? new AbsolutePath(parent) : null;

    /// <summary>Creates a path from rooted text.</summary>
    public static AbsolutePath Create(string path)
    {
        Assert.True(PathConstruction.HasPathRoot(path), $"Path '{path}' must be rooted");
        return new AbsolutePath(PathConstruction.NormalizePath(path));
    }

    /// <summary>Creates a path from rooted text; null stays null.</summary>
    public static implicit operator AbsolutePath(string path) => path is null ? null : Create(path);

    /// <summary>The text of the path; null stays null.</summary>
    public static implicit operator string(AbsolutePath path) => path?._path;

    /// <summary>Whether both are the same path.</summary>
    public static bool operator ==(AbsolutePath a, AbsolutePath b) => a is null ? b is null : a.Equals(b);

    /// <summary>Whether they are different paths.</summary>
    public static bool operator !=(AbsolutePath a, AbsolutePath b) => !(a == b);

    /// <summary>Goes down.</summary>
    public static AbsolutePath operator /(AbsolutePath left, string right) =>
        new(PathConstruction.NormalizePath(PathConstruction.Combine(left.NotNull("path / text needs a path")._path, right)));

    /// <summary>Goes up: <c>path / ..</c>.</summary>
    public static AbsolutePath operator /(AbsolutePath left, Range range)
    {
        Assert.True(range.Equals(Range.All), "Only '..' can stand for the parent");
        return left.Parent;
    }

    /// <summary>Appends text to the last part.</summary>
    public static AbsolutePath operator +(AbsolutePath left, string right) => new(PathConstruction.NormalizePath(left._path + right));

    /// <summary>Whether both are the same path.</summary>
    protected bool Equals(AbsolutePath other) => other is not null && string.Equals(_path, other._path, s_comparison);

    /// <inheritdoc/>
    public override bool Equals(object obj) => obj is AbsolutePath other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _path.GetHashCode(s_comparison);

    /// <inheritdoc/>
    public override string ToString() => _path;

    /// <summary>The path in one of the formats.</summary>
    public string ToString(string format) => format switch
    {
        DoubleQuote => _path.DoubleQuote(),
        DoubleQuoteIfNeeded => _path.DoubleQuoteIfNeeded(),
        SingleQuote => _path.SingleQuote(),
        SingleQuoteIfNeeded => _path.SingleQuoteIfNeeded(),
        null or NoQuotes => _path,
        _ => throw new ArgumentException($"Format '{format}' is not one of dq, dn, sq, sn, nq", nameof(format))
    };

    /// <summary>Reads a path from text; relative ones belong to the working directory.</summary>
    public class TypeConverter : System.ComponentModel.TypeConverter
    {
        /// <inheritdoc/>
        public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        /// <inheritdoc/>
        public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value) =>
            value is string text ? Create(System.IO.Path.GetFullPath(text)) : base.ConvertFrom(context, culture, value);
    }
}
