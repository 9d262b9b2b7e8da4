namespace Nuke.Common;

/// <summary>Puts a prefix before the names of all parameters that an interface declares.</summary>
/// <param name="prefix">The prefix, usually <c>nameof(IComponent)</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
public class ParameterPrefixAttribute(string prefix) : Attribute
{
    /// <summary>The prefix.</summary>
    public string Prefix { get; } = prefix;
}
