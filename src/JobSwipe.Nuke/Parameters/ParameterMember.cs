using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Parameters;

/// <summary>A member of the build that is a parameter.</summary>
internal sealed class ParameterMember
{
    public ParameterMember(MemberInfo member, ParameterAttribute attribute)
    {
        Member = member;
        Attribute = attribute;
        var prefix = member.DeclaringType?.GetCustomAttribute<ParameterPrefixAttribute>()?.Prefix;
        Name = prefix + (attribute.Name ?? member.Name[(member.Name.LastIndexOf('.') + 1)..]);
        IsSecret = member.IsDefined(typeof(SecretAttribute), inherit: true);
        IsRequired = member.IsDefined(typeof(RequiredAttribute), inherit: true);
    }

    public MemberInfo Member { get; }

    public ParameterAttribute Attribute { get; }

    // Asked for late: a type of another assembly has it loaded.
    public Type Type => Member.ValueType();

    public string Name { get; }

    public bool IsSecret { get; }

    public bool IsRequired { get; }

    public string Option => "--" + ParameterName.Dashed(Name);

    public string Description => Attribute.Description?.TrimEnd('.');

    public bool IsSwitch => (Nullable.GetUnderlyingType(Type) ?? Type) == typeof(bool);

    public bool IsList => Attribute.Separator != null || ValueParser.ItemType(Type) != null;
}
