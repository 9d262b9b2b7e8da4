using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.CI;

/// <summary>The host that the build runs on, if it is of the member's type.</summary>
public class CIAttribute : ValueInjectionAttributeBase
{
    /// <inheritdoc/>
    public override object GetValue(MemberInfo member, object instance) => member.ValueType().IsInstanceOfType(NukeBuild.Host) ? NukeBuild.Host : null;
}
