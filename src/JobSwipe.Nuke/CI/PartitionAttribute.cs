using System.Globalization;
using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.Parameters;

namespace Nuke.Common.CI;

/// <summary>The part of a target's work that this run does: the whole, or the one whose number the parameter gives.</summary>
/// <param name="total">In how many parts the work is split.</param>
public class PartitionAttribute(int total) : ParameterAttribute
{
    /// <summary>In how many parts the work is split.</summary>
    public int Total { get; } = total;

    /// <inheritdoc/>
    public override bool List => false;

    /// <inheritdoc/>
    public override object GetValue(MemberInfo member, object instance)
    {
        if (ParameterValues.Current.GetText(member) is not { } text)
            return Partition.Single;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var part) && part >= 1 && part <= Total
            ? new Partition { Part = part, Total = Total }
            : throw new BadInvocationException($"Parameter '{member.Name}' has the value '{text}', expected a whole number from 1 to {Total}");
    }
}
