namespace Nuke.Common.Parameters;

/// <summary>
/// Moves targets that follow a parameter to where they belong: a switch takes no value but true and false, so
/// <c>--strict Deploy</c> executes Deploy.
/// </summary>
internal static class TargetArguments
{
    public static void Separate(CommandLine line, IReadOnlyList<ParameterMember> parameters, Func<string, bool> isTarget)
    {
        foreach (var option in line.Options.Where(x => x.Values.Count > 0))
        {
            var own = Own(option, parameters);
            if (own < 0 || option.Values.Count <= own || (own > 0 && !option.Values.Skip(own).All(isTarget)))
                continue;
            line.Positional.AddRange(option.Values.Skip(own));
            option.Values.RemoveRange(own, option.Values.Count - own);
        }
    }

    // How many values belong to the parameter itself; -1 for any number.
    private static int Own(CommandLine.Option option, IReadOnlyList<ParameterMember> parameters)
    {
        var name = ParameterName.Normalize(option.Written.TrimStart('-'));
        var first = option.Values[0].ToUpperInvariant();
        if (parameters.FirstOrDefault(x => ParameterName.Normalize(x.Name) == name) is { } parameter)
            return parameter.IsList ? -1 : !parameter.IsSwitch || IsSwitchValue(first) ? 1 : 0;
        if (BuiltInParameters.Find(option.Written) is not { } builtIn)
            return 1;
        return builtIn switch
        {
            { IsList: true } => -1,
            { IsSwitch: true } => IsSwitchValue(first) ? 1 : 0,
            { Name: "Plan" } => IsSwitchValue(first) || first is "TEXT" or "HTML" ? 1 : 0,
            { Name: "List" } => IsSwitchValue(first) || first is "TEXT" or "JSON" ? 1 : 0,
            _ => 1
        };
    }

    private static bool IsSwitchValue(string text) => text is "TRUE" or "FALSE";
}
