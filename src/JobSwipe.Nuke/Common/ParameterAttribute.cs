using System.Reflection;
using Nuke.Common.Parameters;
using Nuke.Common.ValueInjection;

namespace Nuke.Common;

/// <summary>
/// A value from the command line, the environment, <c>.nuke/parameters.PROFILE.json</c> or <c>.nuke/parameters.json</c>,
/// in this order.
/// </summary>
/// <param name="description">One line for <c>--help</c>.</param>
public class ParameterAttribute(string description = null) : ValueInjectionAttributeBase
{
    /// <summary>One line for <c>--help</c>.</summary>
    public virtual string Description { get; } = description;

    /// <summary>The name, if it is not the member's.</summary>
    public string Name { get; set; }

    /// <summary>The character between the items of a list.</summary>
    public string Separator { get; set; }

    /// <summary>Whether <c>--help</c> shows the parameter.</summary>
    public virtual bool List { get; set; } = true;

    /// <summary>The type that holds <see cref="ValueProviderMember"/>, if it is not the build.</summary>
    public Type ValueProviderType { get; set; }

    /// <summary>A member of type <c>IEnumerable&lt;string&gt;</c> that names the accepted values.</summary>
    public string ValueProviderMember { get; set; }

    /// <inheritdoc/>
    public override object GetValue(MemberInfo member, object instance) => ParameterValues.Current.Get(member);

    /// <summary>The accepted values, or null for the ones that follow from the type.</summary>
    public virtual IEnumerable<(string Text, object Object)> GetValueSet(MemberInfo member, object instance) => null;
}
