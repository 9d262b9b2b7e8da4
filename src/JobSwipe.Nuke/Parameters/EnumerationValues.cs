using System.Reflection;
using Nuke.Common.Tooling;

namespace Nuke.Common.Parameters;

/// <summary>The values of a class of named values.</summary>
internal static class EnumerationValues
{
    public static IReadOnlyList<NamedValue> Of(Type type) => type
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(x => type.IsAssignableFrom(x.FieldType))
        .Select(x => new NamedValue(x.Name, (Enumeration)x.GetValue(null)))
        .ToList();

    public static Enumeration Parse(Type type, string text)
    {
        foreach (var (name, value) in Of(type))
        {
            if (string.Equals(name, text, StringComparison.OrdinalIgnoreCase) || string.Equals(value, text, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        throw new FormatException($"'{text}' is none of {string.Join(", ", Of(type).Select(x => x.Name))}");
    }
}

// A class: LINQ over tuples would be compiled for them at every start.
internal sealed record NamedValue(string Name, Enumeration Value);
