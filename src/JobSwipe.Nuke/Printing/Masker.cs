using System.Text;

namespace Nuke.Common.Printing;

/// <summary>
/// Replaces secrets in text: as they are, line by line, base64 (at any offset, so also inside <c>user:secret</c>) and
/// URL-encoded.
/// </summary>
internal sealed class Masker
{
    private const string Mask3 = "***";

    // A mask for one or two characters would make every line unreadable and hide nothing.
    private const int ShortestSecret = 3;
    private const int ShortestPartOfBase64 = 6;

    private readonly Lock _lock = new();
    private string[] _needles = [];

    public static Masker Shared { get; } = new();

    public void Add(string secret)
    {
        if (string.IsNullOrWhiteSpace(secret))
            return;
        lock (_lock)
        {
            _needles = _needles
                .Concat(Forms(secret))
                .Where(x => x.Length >= ShortestSecret)
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(x => x.Length)
                .ToArray();
        }
    }

    public string Mask(string text)
    {
        if (string.IsNullOrEmpty(text))
            return text;
        foreach (var needle in _needles)
        {
            if (text.Contains(needle, StringComparison.Ordinal))
                text = text.Replace(needle, Mask3, StringComparison.Ordinal);
        }

        return text;
    }

    private static IEnumerable<string> Forms(string secret)
    {
        var trimmed = secret.Trim();
        var lines = secret.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var form in lines.Length > 1 ? lines.Prepend(secret).Prepend(trimmed) : [secret, trimmed])
        {
            yield return form;
            yield return Uri.EscapeDataString(form);
            yield return System.Net.WebUtility.UrlEncode(form);
            yield return LowerCaseHex(Uri.EscapeDataString(form));
            foreach (var encoded in Base64(form))
            {
                yield return encoded;
                yield return encoded.Replace('+', '-').Replace('/', '_');
                yield return Uri.EscapeDataString(encoded);
            }
        }
    }

    private static IEnumerable<string> Base64(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        yield return Convert.ToBase64String(bytes);
        yield return Convert.ToBase64String(bytes).TrimEnd('=');

        // The characters at both ends also depend on the neighbours, so only those in between are the secret's own.
        for (var offset = 0; offset < 3; offset++)
        {
            var encoded = Convert.ToBase64String([.. new byte[offset], .. bytes]);
            var start = (offset * 8 + 5) / 6;
            var end = (offset + bytes.Length) * 8 / 6;
            if (end - start >= ShortestPartOfBase64)
                yield return encoded[start..end];
        }
    }

    private static string LowerCaseHex(string encoded)
    {
        var text = new StringBuilder(encoded);
        for (var i = 0; i + 2 < text.Length; i++)
        {
            if (text[i] != '%')
                continue;
            text[i + 1] = char.ToLowerInvariant(text[i + 1]);
            text[i + 2] = char.ToLowerInvariant(text[i + 2]);
        }

        return text.ToString();
    }
}
