using System.ComponentModel;
using System.Globalization;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Common.Parameters;

/// <summary>Turns the text of a parameter into a value of its type. Throws <see cref="FormatException"/> otherwise.</summary>
internal static class ValueParser
{
    public static object Parse(IReadOnlyList<string> values, Type type, string separator)
    {
        if (ItemType(type) is { } itemType)
            return List(Split(values, separator).Select(x => Scalar(x, itemType)).ToList(), itemType, type);
        if (values.Count == 0 && Plain(type) == typeof(bool))
            return true;
        return values.Count == 1 ? Scalar(values[0], type) : throw new FormatException($"{values.Count} values");
    }

    /// <summary>What a value of the type looks like.</summary>
    public static string Expected(Type type)
    {
        var plain = Plain(ItemType(type) ?? type);
        var one = plain switch
        {
            _ when plain == typeof(bool) => "true or false",
            _ when plain.IsEnum => "one of " + string.Join(", ", Enum.GetNames(plain)),
            _ when plain.IsSubclassOf(typeof(Enumeration)) => "one of " + string.Join(", ", EnumerationValues.Of(plain).Select(x => x.Name)),
            _ when plain == typeof(int) || plain == typeof(long) || plain == typeof(short) => "a whole number",
            _ when plain == typeof(double) || plain == typeof(decimal) || plain == typeof(float) => "a number",
            _ when plain == typeof(TimeSpan) => "a duration like 00:05:00",
            _ when plain == typeof(AbsolutePath) => "a path",
            _ when plain == typeof(string) => "a text",
            _ => "a " + plain.Name
        };
        return ItemType(type) is null ? one : $"a list, each item {one}";
    }

    /// <summary>The type of the items of a list, or null for a single value.</summary>
    public static Type ItemType(Type type)
    {
        if (type.IsArray)
            return type.GetElementType();
        if (!type.IsGenericType || type == typeof(string))
            return null;
        var definition = type.GetGenericTypeDefinition();
        return definition == typeof(List<>) || definition == typeof(IEnumerable<>) || definition == typeof(ICollection<>) || definition == typeof(IList<>) ||
               definition == typeof(IReadOnlyCollection<>) || definition == typeof(IReadOnlyList<>)
            ? type.GetGenericArguments()[0]
            : null;
    }

    private static IEnumerable<string> Split(IReadOnlyList<string> values, string separator) => string.IsNullOrEmpty(separator)
        ? values
        : values.SelectMany(x => x.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static object List(List<object> items, Type itemType, Type type)
    {
        var array = Array.CreateInstance(itemType, items.Count);
        for (var i = 0; i < items.Count; i++)
            array.SetValue(items[i], i);
        return type.IsAssignableFrom(array.GetType()) ? array : Activator.CreateInstance(type, array);
    }

    private static object Scalar(string text, Type type)
    {
        var plain = Plain(type);
        if (plain == typeof(string) || plain == typeof(object))
            return text;
        if (plain == typeof(bool))
            return bool.TryParse(text, out var flag) ? flag : throw new FormatException();
        if (plain == typeof(int))
            return int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (plain.IsEnum)
            return EnumValue(text, plain);
        if (plain.IsSubclassOf(typeof(Enumeration)))
            return EnumerationValues.Parse(plain, text);
        if (plain == typeof(AbsolutePath))
            return AbsolutePath.Create(Path.GetFullPath(text));
        var converter = TypeDescriptor.GetConverter(plain);
        if (!converter.CanConvertFrom(typeof(string)))
            throw new FormatException($"no text can be a {plain.Name}");
        try
        {
            return converter.ConvertFrom(null, CultureInfo.InvariantCulture, text);
        }
        catch (Exception exception) when (exception is not FormatException)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    // Numbers would let a typing error pass as a value.
    private static object EnumValue(string text, Type type) =>
        Enum.GetNames(type).FirstOrDefault(x => string.Equals(x, text, StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse(type, name)
            : throw new FormatException();

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
