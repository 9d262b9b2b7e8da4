namespace Nuke.Common;

/// <summary>The value must be given, whatever targets are invoked.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public class RequiredAttribute : Attribute
{
}
