namespace Nuke.Common;

/// <summary>No value of this build is injected at the start, but when it is asked for.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
public class OnDemandValueInjectionAttribute : Attribute
{
}
