namespace Nuke.Common;

/// <summary>The value is a secret: it is masked wherever the build prints.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public class SecretAttribute : Attribute
{
}
