namespace Nuke.Common;

/// <summary>The value is not injected at the start, but when it is asked for.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public class OnDemandAttribute : Attribute
{
}
