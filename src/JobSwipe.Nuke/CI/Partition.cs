using System.ComponentModel;
using System.Globalization;

namespace Nuke.Common.CI;

/// <summary>One of several parts that a target's work is split into.</summary>
[TypeConverter(typeof(TypeConverter))]
public class Partition
{
    /// <summary>The only part.</summary>
    public static Partition Single { get; } = new() { Part = 1, Total = 1 };

    /// <summary>Which part, from 1.</summary>
    public int Part { get; set; }

    /// <summary>How many parts.</summary>
    public int Total { get; set; }

    /// <summary>The items of this part.</summary>
    public IEnumerable<T> GetCurrent<T>(IEnumerable<T> enumerable) => enumerable.Where((_, i) => i % Total == Part - 1);

    /// <summary>Whether this is the part.</summary>
    public bool IsIn(int part) => Part == part || Total == 1;

    /// <inheritdoc/>
    public override string ToString() => $"{Part}/{Total}";

    /// <summary>Reads a part from text like <c>1/3</c>.</summary>
    public class TypeConverter : System.ComponentModel.TypeConverter
    {
        /// <inheritdoc/>
        public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        /// <inheritdoc/>
        public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value)
        {
            if (value is not string text)
                return base.ConvertFrom(context, culture, value);
            var parts = text.Split('/');
            return parts.Length == 2 && int.TryParse(parts[0], out var part) && int.TryParse(parts[1], out var total) && part >= 1 && part <= total
                ? new Partition { Part = part, Total = total }
                : throw new FormatException($"'{text}' is not a part like 1/3");
        }
    }
}
