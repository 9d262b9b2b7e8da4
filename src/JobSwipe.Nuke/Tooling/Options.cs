using System.Runtime.CompilerServices;

namespace Nuke.Common.Tooling;

/// <summary>Values by name. A change makes a copy, so that one set of options can be the start of several.</summary>
public class Options
{
    private Dictionary<string, object> _values = [];

    internal IReadOnlyDictionary<string, object> Values => _values;

    internal T Get<T>([CallerMemberName] string name = null) => _values.TryGetValue(name, out var value) ? (T)value : default;

    internal void Set(string name, object value)
    {
        if (value is null)
            _values.Remove(name);
        else
            _values[name] = value;
    }

    internal void Add(string name, IEnumerable<string> items) =>
        Set(name, (Get<IReadOnlyList<string>>(name) ?? []).Concat(items).ToList());

    internal void Add<T>(string name, string key, T value) =>
        Set(name, new Dictionary<string, T>(Get<IReadOnlyDictionary<string, T>>(name) ?? new Dictionary<string, T>()) { [key] = value });

    internal Options Copy()
    {
        var copy = (Options)MemberwiseClone();
        copy._values = new Dictionary<string, object>(_values);
        return copy;
    }
}
