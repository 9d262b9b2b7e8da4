namespace Nuke.Common.Utilities.Collections;

/// <summary>Short ways to work with sequences.</summary>
public static class EnumerableExtensions
{
    /// <summary>Calls the action for each item.</summary>
    public static void ForEach<T>(this IEnumerable<T> enumerable, Action<T> action)
    {
        foreach (var item in enumerable)
            action(item);
    }

    /// <summary>Calls the action for each item and its index.</summary>
    public static void ForEach<T>(this IEnumerable<T> enumerable, Action<T, int> action)
    {
        var index = 0;
        foreach (var item in enumerable)
            action(item, index++);
    }

    /// <summary>Calls the action for each item as it passes by.</summary>
    public static IEnumerable<T> ForEachLazy<T>(this IEnumerable<T> enumerable, Action<T> action)
    {
        foreach (var item in enumerable)
        {
            action(item);
            yield return item;
        }
    }

    /// <summary>The items that are there.</summary>
    public static IEnumerable<T> WhereNotNull<T>(this IEnumerable<T> enumerable) => enumerable.Where(x => x is not null);

    /// <summary>The items that do not match.</summary>
    public static IEnumerable<T> WhereNot<T>(this IEnumerable<T> enumerable, Func<T, bool> predicate) => enumerable.Where(x => !predicate(x));

    /// <summary>Whether there is no item.</summary>
    public static bool IsEmpty<T>(this IEnumerable<T> enumerable) => !enumerable.Any();

    /// <summary>Whether there is no sequence or no item.</summary>
    public static bool IsNullOrEmpty<T>(this IEnumerable<T> enumerable) => enumerable?.Any() != true;

    /// <summary>An empty sequence instead of null.</summary>
    public static IEnumerable<T> ToEmptyIfNull<T>(this IEnumerable<T> enumerable) => enumerable ?? [];

    /// <summary>The items and some more.</summary>
    public static IEnumerable<T> Concat<T>(this IEnumerable<T> enumerable, params T[] others) => Enumerable.Concat(enumerable, others);

    /// <summary>The item and some more.</summary>
    public static IEnumerable<T> Concat<T>(this T obj, IEnumerable<T> enumerable) => Enumerable.Prepend(enumerable, obj);

    /// <summary>The first item of each value.</summary>
    public static IEnumerable<TSource> Distinct<TSource, TValue>(this IEnumerable<TSource> enumerable, Func<TSource, TValue> selector) =>
        enumerable.DistinctBy(selector);

    /// <summary>The only item; anything else is an error with the message.</summary>
    public static T SingleOrError<T>(this IEnumerable<T> enumerable, string message) => enumerable.SingleOrError(_ => true, message);

    /// <summary>The only matching item; anything else is an error with the message.</summary>
    public static T SingleOrError<T>(this IEnumerable<T> enumerable, Func<T, bool> predicate, string message)
    {
        var items = enumerable.Where(predicate).Take(2).ToList();
        Assert.True(items.Count == 1, message);
        return items[0];
    }

    /// <summary>The only item or the default; more are an error with the message.</summary>
    public static T SingleOrDefaultOrError<T>(this IEnumerable<T> enumerable, string message) => enumerable.SingleOrDefaultOrError(_ => true, message);

    /// <summary>The only matching item or the default; more are an error with the message.</summary>
    public static T SingleOrDefaultOrError<T>(this IEnumerable<T> enumerable, Func<T, bool> predicate, string message)
    {
        var items = enumerable.Where(predicate).Take(2).ToList();
        Assert.True(items.Count < 2, message);
        return items.FirstOrDefault();
    }
}
