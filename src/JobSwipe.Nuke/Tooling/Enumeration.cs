using System.ComponentModel;
using System.Globalization;
using Nuke.Common.Parameters;

namespace Nuke.Common.Tooling;

/// <summary>
/// Named values of a type of their own: static fields of a derived class, each with its <see cref="Value"/>.
/// </summary>
public abstract class Enumeration
{
    /// <summary>The text of the value.</summary>
    protected string Value { get; set; }

    /// <summary>The text of the value; null stays null.</summary>
    public static implicit operator string(Enumeration value) => value?.Value;

    /// <summary>Whether both are the same value.</summary>
    public static bool operator ==(Enumeration a, Enumeration b) => Equals(a, b);

    /// <summary>Whether they are different values.</summary>
    public static bool operator !=(Enumeration a, Enumeration b) => !Equals(a, b);

    /// <summary>Whether both are the same value.</summary>
    protected bool Equals(Enumeration other) => other is not null && GetType() == other.GetType() && Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object obj) => obj is Enumeration other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Reads a value by its text or the name of its field.</summary>
    public class TypeConverter<T> : TypeConverter where T : Enumeration
    {
        /// <inheritdoc/>
        public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        /// <inheritdoc/>
        public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value) =>
            value is string text ? EnumerationValues.Parse(typeof(T), text) : base.ConvertFrom(context, culture, value);
    }
}
