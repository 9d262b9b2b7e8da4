using System.Text;
using Nuke.Common.Parameters;
using Nuke.Common.Printing;

namespace Nuke.Common.Execution;

/// <summary>What <c>--help</c> shows: targets with their direct dependencies, then parameters.</summary>
internal static class HelpText
{
    private const int DescriptionColumn = 24;

    // Cut, not filled: filling is compiled at every start.
    private const string Blank = "                          ";

    public static string Of(NukeBuild build, IReadOnlyList<ParameterMember> parameters)
    {
        var text = new StringBuilder();
        text.AppendLine(Style.Bold("Usage:") + " ./build.sh [target...] [--parameter value...]").AppendLine();
        text.AppendLine(Style.Bold("Targets") + " (with their direct dependencies):").AppendLine();
        foreach (var target in build.ExecutableTargets.Where(x => x.Listed).OrderBy(x => x.Name, StringComparer.Ordinal))
        {
            Row(text, target.Name + (target.IsDefault ? " (default)" : ""), target.Description);
            if (target.ExecutionDependencies.Count > 0)
                text.AppendLine(Style.Dim($"{Blank}→ {string.Join(", ", target.ExecutionDependencies.Select(x => x.Name))}"));
        }

        text.AppendLine().AppendLine(Style.Bold("Parameters:")).AppendLine();
        foreach (var parameter in parameters.Where(x => x.Attribute.List).OrderBy(x => x.Option, StringComparer.Ordinal))
            Row(text, parameter.Option, Described(parameter));
        text.AppendLine();
        foreach (var builtIn in BuiltInParameters.All.Where(x => x.Description != null))
            Row(text, builtIn.Option, builtIn.Description);
        return text.ToString().TrimEnd();
    }

    private static string Described(ParameterMember parameter)
    {
        var notes = new List<string>();
        if (ValueSet.Of(parameter) is { } values)
            notes.Add(string.Join(", ", values));
        if (parameter.IsSecret)
            notes.Add("secret: better from the environment than from the command line");
        if (parameter.IsRequired)
            notes.Add("required");
        return notes.Count == 0 ? parameter.Description : $"{parameter.Description} [{string.Join("; ", notes)}]".TrimStart();
    }

    private static void Row(StringBuilder text, string name, string description)
    {
        if (string.IsNullOrEmpty(description))
            text.AppendLine($"  {name}");
        else if (name.Length > DescriptionColumn - 2)
            text.AppendLine($"  {name}").AppendLine($"{Blank}{description}");
        else
            text.AppendLine($"  {name}{Blank[(name.Length + 2)..]}{description}");
    }
}
