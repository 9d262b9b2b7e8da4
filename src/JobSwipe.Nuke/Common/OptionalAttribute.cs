namespace Nuke.Common;

/// <summary>The value may stay empty: no warning when it cannot be found.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public class OptionalAttribute : Attribute
{
}
