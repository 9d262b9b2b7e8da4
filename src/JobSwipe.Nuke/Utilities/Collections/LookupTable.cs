using System.Collections;

namespace Nuke.Common.Utilities.Collections;

/// <summary>Any number of values for each key, in the order they were added.</summary>
public class LookupTable<TKey, TValue> : ILookup<TKey, TValue>
{
    private readonly Dictionary<TKey, List<TValue>> _values;

    /// <summary>Creates an empty table.</summary>
    public LookupTable() => _values = [];

    /// <summary>Creates an empty table with its own idea of equal keys.</summary>
    public LookupTable(IEqualityComparer<TKey> comparer) => _values = new Dictionary<TKey, List<TValue>>(comparer);

    /// <summary>How many keys there are.</summary>
    public int Count => _values.Count;

    /// <summary>The values of a key, none for an unknown one.</summary>
    public IEnumerable<TValue> this[TKey key]
    {
        get => _values.TryGetValue(key, out var values) ? values : [];
        set => _values[key] = value.ToList();
    }

    /// <summary>Adds a value.</summary>
    public void Add(TKey key, TValue value) => AddRange(key, [value]);

    /// <summary>Adds values.</summary>
    public void AddRange(TKey key, IEnumerable<TValue> values)
    {
        if (!_values.TryGetValue(key, out var list))
            _values.Add(key, list = []);
        list.AddRange(values);
    }

    /// <summary>Whether the key has values.</summary>
    public bool Contains(TKey key) => _values.ContainsKey(key);

    /// <summary>Removes a key.</summary>
    public void Remove(TKey key) => _values.Remove(key);

    /// <summary>Removes all keys.</summary>
    public void Clear() => _values.Clear();

    /// <inheritdoc/>
    public IEnumerator<IGrouping<TKey, TValue>> GetEnumerator() =>
        _values.SelectMany(x => x.Value.Select(y => (x.Key, Value: y))).GroupBy(x => x.Key, x => x.Value).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
