using System.Collections.ObjectModel;

namespace Nuke.Common.Utilities.Collections;

/// <summary>Adds pairs in a chain of calls.</summary>
public static class DictionaryExtensions
{
    /// <summary>Adds a pair.</summary>
    public static Dictionary<TKey, TValue> AddPair<TKey, TValue>(this Dictionary<TKey, TValue> dictionary, TKey key, TValue value = default)
    {
        dictionary.Add(key, value);
        return dictionary;
    }

    /// <summary>Adds a pair with the value as text.</summary>
    public static Dictionary<TKey, string> AddPair<TKey, TValue>(this Dictionary<TKey, string> dictionary, TKey key, TValue value)
    {
        dictionary.Add(key, value?.ToString());
        return dictionary;
    }

    /// <summary>Adds a pair if there is a key.</summary>
    public static Dictionary<TKey, TValue> AddPairWhenKeyNotNull<TKey, TValue>(this Dictionary<TKey, TValue> dictionary, TKey key, TValue value = default)
        where TKey : class =>
        key is null ? dictionary : dictionary.AddPair(key, value);

    /// <summary>Adds a pair if there is a value.</summary>
    public static Dictionary<TKey, TValue> AddPairWhenValueNotNull<TKey, TValue>(this Dictionary<TKey, TValue> dictionary, TKey key, TValue value)
        where TValue : class =>
        value is null ? dictionary : dictionary.AddPair(key, value);

    /// <summary>Adds all pairs.</summary>
    public static Dictionary<TKey, TValue> AddDictionary<TKey, TValue>(this Dictionary<TKey, TValue> dictionary, Dictionary<TKey, TValue> otherDictionary)
    {
        foreach (var (key, value) in otherDictionary)
            dictionary.Add(key, value);
        return dictionary;
    }

    /// <summary>Adds all pairs.</summary>
    public static Dictionary<TKey, TValue> AddDictionary<TKey, TValue>(this Dictionary<TKey, TValue> dictionary, ReadOnlyDictionary<TKey, TValue> otherDictionary)
    {
        foreach (var (key, value) in otherDictionary)
            dictionary.Add(key, value);
        return dictionary;
    }

    /// <summary>Sets the value of a key.</summary>
    public static IDictionary<TKey, TValue> SetKeyValue<TKey, TValue>(this IDictionary<TKey, TValue> dictionary, TKey key, TValue value)
    {
        dictionary[key] = value;
        return dictionary;
    }
}
