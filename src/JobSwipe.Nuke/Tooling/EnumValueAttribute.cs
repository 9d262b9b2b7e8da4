namespace Nuke.Common.Tooling;

/// <summary>How a value is written where its name cannot be.</summary>
/// <param name="value">The text.</param>
[AttributeUsage(AttributeTargets.Field)]
public class EnumValueAttribute(string value) : Attribute
{
    /// <summary>The text.</summary>
    public string Value { get; } = value;
}
