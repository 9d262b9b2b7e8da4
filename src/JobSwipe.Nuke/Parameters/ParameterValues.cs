using System.Collections.Concurrent;
using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.Printing;

namespace Nuke.Common.Parameters;

/// <summary>
/// The values of the build's parameters. Everything that was given is read at the start, so that nothing runs with a value
/// that was misspelt.
/// </summary>
internal sealed class ParameterValues(IReadOnlyList<ParameterMember> parameters, ParameterSources sources)
{
    private readonly Dictionary<string, ParameterMember> _byName = parameters.ToDictionary(x => ParameterName.Normalize(x.Name));
    private readonly ConcurrentDictionary<MemberInfo, object> _values = new();

    public static ParameterValues Current { get; set; }

    public IReadOnlyList<ParameterMember> Members { get; } = parameters;

    /// <summary>Reads all values that were given; the errors are all of them, one for each line.</summary>
    public List<string> Read()
    {
        var errors = new List<string>();
        foreach (var parameter in Members)
        {
            try
            {
                // A derived attribute makes its own value out of the text, when it is asked for.
                if (Find(parameter) is { } found && parameter.Attribute.GetType() == typeof(ParameterAttribute))
                    _values[parameter.Member] = Parse(parameter, found);
            }
            catch (BadInvocationException exception)
            {
                errors.Add(exception.Message);
            }
        }

        errors.AddRange(sources.Unknown(Members));
        return errors;
    }

    /// <summary>The value of a parameter, or null if none was given.</summary>
    public object Get(MemberInfo member) => _values.GetOrAdd(member, x =>
    {
        var attribute = x.GetCustomAttribute<ParameterAttribute>();
        if (attribute is null)
            return null;
        var parameter = new ParameterMember(x, attribute);
        return Find(parameter) is { } found ? Parse(parameter, found) : null;
    });

    /// <summary>The text of a parameter, or null if none was given.</summary>
    public string GetText(MemberInfo member) =>
        Find(new ParameterMember(member, member.GetCustomAttribute<ParameterAttribute>()))?.Values.SingleOrDefault();

    private ParameterSources.Found Find(ParameterMember parameter)
    {
        var found = sources.Find(parameter);
        if (found != null && (parameter.IsSecret || _byName.GetValueOrDefault(ParameterName.Normalize(parameter.Name))?.IsSecret == true))
            found.Values.ForEach(Secrets.Add);
        return found;
    }

    private static object Parse(ParameterMember parameter, ParameterSources.Found found)
    {
        if (!parameter.IsList && found.Values.Count != 1 && !(parameter.IsSwitch && found.Values.Count == 0))
            throw Wrong(parameter, found, found.Values.Count == 0 ? "has no value" : $"has {found.Values.Count} values ({string.Join(", ", found.Values)})");
        try
        {
            return parameter.Attribute.ValueProviderMember is null
                ? ValueParser.Parse(found.Values, parameter.Type, parameter.Attribute.Separator)
                : ValueParser.Parse(ValueSet.Check(parameter, found.Values), parameter.Type, parameter.Attribute.Separator);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException or NotSupportedException)
        {
            var written = parameter.IsSecret ? "has a value" : $"has the value '{string.Join(" ", found.Values)}'";
            throw Wrong(parameter, found, written);
        }
    }

    private static BadInvocationException Wrong(ParameterMember parameter, ParameterSources.Found found, string what) =>
        new($"Parameter {parameter.Option} {what} (from {found.Source}), expected {ValueSet.Expected(parameter)}");
}
