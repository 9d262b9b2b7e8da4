using Nuke.Common.ValueInjection;

namespace Nuke.Common.Parameters;

/// <summary>The values that a parameter accepts, where they are few.</summary>
internal static class ValueSet
{
    /// <summary>Their texts, or null for any.</summary>
    public static IReadOnlyList<string> Of(ParameterMember parameter)
    {
        var build = Execution.BuildManager.Build;
        if (parameter.Attribute.GetValueSet(parameter.Member, build) is { } own)
            return own.Select(x => x.Text).ToList();
        if (parameter.Attribute.ValueProviderMember is { } provider)
        {
            var type = parameter.Attribute.ValueProviderType ?? build.GetType();
            var member = InjectionMembers.Named(type, provider).NotNull($"'{type.Name}' has no member '{provider}'");
            return ((IEnumerable<string>)member.GetValue(build)).ToList();
        }

        var plain = ValueParser.ItemType(parameter.Type) ?? parameter.Type;
        plain = Nullable.GetUnderlyingType(plain) ?? plain;
        if (plain.IsEnum)
            return Enum.GetNames(plain);
        return plain.IsSubclassOf(typeof(Tooling.Enumeration)) ? EnumerationValues.Of(plain).Select(x => x.Name).ToList() : null;
    }

    public static string Expected(ParameterMember parameter) => parameter.Attribute.ValueProviderMember is null
        ? ValueParser.Expected(parameter.Type)
        : "one of " + string.Join(", ", Of(parameter));

    /// <summary>The values as they are known; throws for others.</summary>
    public static List<string> Check(ParameterMember parameter, IEnumerable<string> values)
    {
        var known = Of(parameter);
        return values
            .Select(x => known.FirstOrDefault(y => string.Equals(x, y, StringComparison.OrdinalIgnoreCase)) ?? throw new FormatException())
            .ToList();
    }
}
