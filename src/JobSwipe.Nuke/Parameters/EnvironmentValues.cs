using System.Collections;
using Nuke.Common.Execution;

namespace Nuke.Common.Parameters;

/// <summary>
/// Values from environment variables: <c>PLACE</c> or <c>NUKE_PLACE</c> for the parameter Place, or either written with other case, dashes or underscores.
/// </summary>
internal sealed class EnvironmentValues
{
    private const string Prefix = "NUKE";

    // Windows' Linux (WSL) puts the machine's name there: only NUKE_NAME counts.
    private const string Ambient = "NAME";

    private readonly Dictionary<string, string> _exact = [];
    private readonly Dictionary<string, List<string>> _keys = [];

    public EnvironmentValues(IDictionary variables)
    {
        foreach (DictionaryEntry variable in variables)
        {
            // GitHub gives a secret, a variable or an input that nobody set as an empty text.
            if (variable.Value is null or "")
                continue;
            var key = (string)variable.Key;
            _exact[key] = (string)variable.Value;
            var plain = Plain(key);
            if (!_keys.TryGetValue(plain, out var keys))
                _keys.Add(plain, keys = []);
            keys.Add(key);
        }
    }

    /// <summary>The variable that a person is told to set.</summary>
    public static string Variable(string name) => (Plain(name) == Ambient ? Prefix + "_" : "") + ParameterName.UpperUnderscored(name);

    /// <param name="name">The parameter.</param>
    /// <param name="onlyPrefixed">Whether only variables that start with NUKE count.</param>
    public (string Variable, string Value)? Find(string name, bool onlyPrefixed = false)
    {
        var plain = Plain(name);
        onlyPrefixed |= plain == Ambient;
        if (!onlyPrefixed && _exact.TryGetValue(name, out var exact))
            return (name, exact);
        List<string> found = [.. onlyPrefixed ? [] : Keys(plain), .. Keys(Prefix + plain)];
        if (found.Count == 0)
            return null;
        if (found.Select(x => _exact[x]).Distinct().Count() > 1)
            throw new BadInvocationException(
                $"Parameter '{name}' has different values in {string.Join(" and ", found.Order(StringComparer.Ordinal))}. Unset all but one");
        return (found[0], _exact[found[0]]);
    }

    private List<string> Keys(string plain) => _keys.GetValueOrDefault(plain) ?? [];

    private static string Plain(string key)
    {
        Span<char> plain = key.Length <= 128 ? stackalloc char[key.Length] : new char[key.Length];
        var length = 0;
        foreach (var character in key)
        {
            if (char.IsLetterOrDigit(character))
                plain[length++] = char.ToUpperInvariant(character);
        }

        return new string(plain[..length]);
    }
}
