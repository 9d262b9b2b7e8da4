using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.Parameters;

namespace Nuke.Common.ValueInjection;

/// <summary>Gives the members of a build their values.</summary>
internal static class ValueInjector
{
    private static readonly ConcurrentDictionary<MemberInfo, object> s_values = new();

    /// <summary>The value of the member that the expression names.</summary>
    public static T TryGet<T>(LambdaExpression expression, INukeBuild build)
    {
        var member = MemberExpressions.Member(expression);
        if (!s_values.TryGetValue(member, out var value))
        {
            var attribute = member.GetCustomAttribute<ValueInjectionAttributeBase>()
                .NotNull($"'{member.DeclaringType?.Name}.{member.Name}' gets no value: it has no attribute like [Parameter]");
            attribute.Build = build;
            value = attribute.TryGetValue(member, build);
            if (value != null)
                s_values[member] = value;
        }

        return value is null ? default : (T)value;
    }

    /// <summary>Sets the fields and properties of the build's classes for which the attribute has a value.</summary>
    public static void Inject(NukeBuild build, bool parameters)
    {
        var onDemand = build.GetType().IsDefined(typeof(OnDemandValueInjectionAttribute), inherit: true);
        foreach (var (member, attribute) in ByPriority(InjectionMembers.Of(build.GetType())))
        {
            if (member.DeclaringType.IsInterface || (attribute is ParameterAttribute and not ProjectModel.SolutionAttribute) != parameters)
                continue;
            if (!parameters && (onDemand || member.IsDefined(typeof(OnDemandAttribute), inherit: true)))
                continue;
            attribute.Build = build;
            if (attribute.TryGetValue(member, build) is { } value)
                Set(member, build, value);
            if (parameters && member.IsDefined(typeof(SecretAttribute)) && member.GetValue(build) is string secret)
                Secrets.Add(secret);
        }
    }

    private static IEnumerable<InjectionMembers.Injected> ByPriority(IReadOnlyList<InjectionMembers.Injected> members) =>
        members.Any(x => x.Attribute.Priority != 0) ? members.OrderByDescending(x => x.Attribute.Priority) : members;

    private static void Set(MemberInfo member, object instance, object value)
    {
        if (!member.ValueType().IsInstanceOfType(value))
            throw new BadInvocationException($"Member '{member.Name}' must be of type {value.GetType().Name} to take the value of its attribute");
        switch (member)
        {
            case FieldInfo field:
                field.SetValue(instance, value);
                break;
            case PropertyInfo { CanWrite: true } property:
                property.SetValue(instance, value);
                break;
            case PropertyInfo property:
                BackingField(property)?.SetValue(instance, value);
                break;
        }
    }

    private static FieldInfo BackingField(PropertyInfo property) => property.DeclaringType?.GetField(
        $"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic);
}
