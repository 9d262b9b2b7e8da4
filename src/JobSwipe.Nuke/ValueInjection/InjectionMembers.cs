using System.Collections.Concurrent;
using System.Reflection;
using Nuke.Common.Parameters;

namespace Nuke.Common.ValueInjection;

/// <summary>The members of a build that get their value from an attribute.</summary>
internal static class InjectionMembers
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Injected>> s_members = new();

    /// <summary>Fields and properties of the classes first, then those of the components.</summary>
    public static IReadOnlyList<Injected> Of(Type type) => s_members.GetOrAdd(type, x => [.. Find(x)]);

    /// <summary>The parameters, one for each name: what a class declares hides what a component declares.</summary>
    public static List<ParameterMember> Parameters(Type type)
    {
        var parameters = new Dictionary<string, ParameterMember>();
        foreach (var (member, attribute) in Of(type))
        {
            if (attribute is ParameterAttribute parameter && new ParameterMember(member, parameter) is var found)
                parameters.TryAdd(ParameterName.Normalize(found.Name), found);
        }

        return [.. parameters.Values];
    }

    /// <summary>A field or property by its name, or null.</summary>
    public static MemberInfo Named(Type type, string name) =>
        Declaring(type).SelectMany(x => x.GetMember(name, MemberTypes.Field | MemberTypes.Property, All)).FirstOrDefault();

    public static object GetValue(this MemberInfo member, object instance) =>
        member is FieldInfo field ? field.GetValue(field.IsStatic ? null : instance) : ((PropertyInfo)member).GetValue(instance);

    public static Type ValueType(this MemberInfo member) => member is FieldInfo field ? field.FieldType : ((PropertyInfo)member).PropertyType;

    private static IEnumerable<Injected> Find(Type type)
    {
        foreach (var declaring in Declaring(type))
        {
            foreach (var member in declaring.GetProperties(All).Cast<MemberInfo>().Concat(declaring.IsInterface ? [] : declaring.GetFields(All)))
            {
                if (member.IsDefined(typeof(ValueInjectionAttributeBase), inherit: false))
                    yield return new Injected(member, member.GetCustomAttribute<ValueInjectionAttributeBase>());
            }
        }
    }

    private static IEnumerable<Type> Declaring(Type type)
    {
        for (var current = type; current != null && current != typeof(object); current = current.BaseType)
        {
            if (current != typeof(NukeBuild))
                yield return current;
        }

        foreach (var component in type.GetInterfaces())
            yield return component;
    }

    /// <summary>A member with its attribute. A class: what is generic over value types would be compiled on every start.</summary>
    internal sealed record Injected(MemberInfo Member, ValueInjectionAttributeBase Attribute);
}
