using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Parameters;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>Finds everything that is missing, before anything runs.</summary>
internal static class Requirements
{
    public static List<string> Missing(NukeBuild build)
    {
        var missing = new Dictionary<string, List<string>>();
        foreach (var target in build.ScheduledTargets)
        {
            foreach (var requirement in target.DelegateRequirements)
            {
                if (Unmet(build, requirement) is { } what)
                    Note(what, target.Name);
            }

            foreach (var tool in target.ToolRequirements.OfType<PathToolRequirement>())
            {
                if (ToolPathResolver.FindInPath(tool.PathExecutable) is null)
                    Note($"program '{tool.PathExecutable}' in PATH", target.Name);
            }
        }

        foreach (var (member, attribute) in InjectionMembers.Of(build.GetType()))
        {
            if (member.IsDefined(typeof(RequiredAttribute), inherit: true) && IsEmpty(build, member, attribute))
                Note(Text(member), null);
        }

        return missing.Count == 0 ? [] : missing
            .Select(x => x.Value.Count == 0 ? $"Missing {x.Key}" : $"Missing {x.Key}, required by {x.Value.JoinCommaAnd()}")
            .ToList();

        void Note(string what, string target)
        {
            if (!missing.TryGetValue(what, out var targets))
                missing.Add(what, targets = []);
            if (target != null && !targets.Contains(target))
                targets.Add(target);
        }
    }

    private static string Unmet(NukeBuild build, LambdaExpression requirement)
    {
        if (requirement.ReturnType == typeof(bool))
            return (bool)MemberExpressions.Evaluate(requirement.Body) ? null : $"condition '{Readable(requirement.Body)}'";
        if (!MemberExpressions.TryMember(requirement, out var member))
            return IsEmpty(MemberExpressions.Evaluate(requirement.Body)) ? $"value of '{Readable(requirement.Body)}'" : null;
        return IsEmpty(MemberExpressions.Evaluate(requirement.Body)) ? Text(OfBuild(build, member)) : null;
    }

    private static bool IsEmpty(NukeBuild build, MemberInfo member, ValueInjectionAttributeBase attribute)
    {
        attribute.Build = build;
        return attribute is ProjectModel.SolutionAttribute solution ? solution.FindFile(member) is null : IsEmpty(member.GetValue(build));
    }

    private static bool IsEmpty(object value) => value is null || (value is string text && string.IsNullOrWhiteSpace(text));

    // The attribute may stand at the component, or at the member of the build that takes its place.
    private static MemberInfo OfBuild(NukeBuild build, MemberInfo member) =>
        member.IsDefined(typeof(ParameterAttribute), inherit: true) ? member : InjectionMembers.Named(build.GetType(), member.Name) ?? member;

    private static string Text(MemberInfo member)
    {
        if (member.GetCustomAttribute<ParameterAttribute>() is not { } attribute)
            return $"value of '{member.Name}'";
        var parameter = new ParameterMember(member, attribute);
        var description = parameter.Description is { } text ? $" ({text})" : "";
        var variable = EnvironmentValues.Variable(parameter.Name);
        return parameter.IsSecret
            ? $"parameter {parameter.Option}{description}, from the variable {variable}"
            : $"parameter {parameter.Option}{description}, from the command line, the variable {variable} or .nuke/parameters.json";
    }

    private static string Readable(Expression expression) => expression.ToString().Replace("value(", "").Replace(").", ".");
}
