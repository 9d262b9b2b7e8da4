using System.Runtime.CompilerServices;
using System.Text;
using Nuke.Common.IO;
using Nuke.Common.Printing;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>
/// Builds an argument line from an interpolated string: values with blanks are quoted, <c>{value:nq}</c> is left as it is,
/// and <c>{value:r}</c> is a secret.
/// </summary>
[InterpolatedStringHandler]
public struct ArgumentStringHandler
{
    private readonly StringBuilder _builder;
    private List<string> _secrets;

    /// <summary>Called by the compiler.</summary>
    public ArgumentStringHandler(int literalLength, int formattedCount, out bool handlerIsValid)
    {
        _builder = new StringBuilder(literalLength + formattedCount * 16);
        _secrets = null;
        handlerIsValid = true;
    }

    /// <summary>Takes a complete argument line.</summary>
    public static implicit operator ArgumentStringHandler(string value)
    {
        var handler = new ArgumentStringHandler(value?.Length ?? 0, 0, out _);
        handler.AppendLiteral(value);
        return handler;
    }

    /// <summary>Appends text as it is.</summary>
    public void AppendLiteral(string value) => _builder.Append(value);

    /// <summary>Appends a value, quoted if needed.</summary>
    public void AppendFormatted(object obj, int alignment = 0, string format = null)
    {
        var text = obj is IAbsolutePathHolder holder ? holder.Path.ToString() : obj?.ToString();
        if (format == "r" && text != null)
            (_secrets ??= []).Add(text);
        text = format switch
        {
            AbsolutePath.NoQuotes => text,
            AbsolutePath.SingleQuote => text.SingleQuote(),
            AbsolutePath.DoubleQuote => text.DoubleQuote(),
            _ when text is not null && text.Any(char.IsWhiteSpace) => text.DoubleQuote(),
            _ => text
        };
        _builder.Append(alignment == 0 ? text : string.Format($"{{0,{alignment}}}", text));
    }

    /// <summary>Appends paths with spaces between.</summary>
    public void AppendFormatted(IEnumerable<IAbsolutePathHolder> paths, int alignment = 0, string format = null)
    {
        var first = true;
        foreach (var path in paths)
        {
            if (!first)
                _builder.Append(' ');
            first = false;
            AppendFormatted((object)path, alignment, format);
        }
    }

    /// <summary>The argument line.</summary>
    public string ToStringAndClear()
    {
        var text = _builder.ToString();
        _builder.Clear();
        return text;
    }

    /// <summary>A function that masks the secrets in a text, and makes them known to the build's output.</summary>
    public Func<string, string> GetFilter()
    {
        if (_secrets is null)
            return x => x;
        foreach (var secret in _secrets)
            Masker.Shared.Add(secret);
        return Masker.Shared.Mask;
    }
}
