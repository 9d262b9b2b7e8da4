using System.Linq.Expressions;
using Nuke.Common.Execution;
using Nuke.Common.Parameters;

namespace Nuke.Common;

public static partial class EnvironmentInfo
{
    /// <summary>The arguments of the build.</summary>
    public static IReadOnlyCollection<string> CommandLineArguments { get; } = Environment.GetCommandLineArgs();

    private static CommandLine Line => CommandLine.Parse(CommandLineArguments.Skip(1).ToList());

    /// <summary>Whether the argument is given.</summary>
    public static bool HasArgument(string name) => Line.Find(name) != null;

    /// <summary>Whether the argument with the name of the member is given.</summary>
    public static bool HasArgument<T>(Expression<Func<T>> expression) => HasArgument(MemberExpressions.Member(expression).Name);

    /// <summary>The value of an argument, or the default.</summary>
    public static T GetNamedArgument<T>(string parameterName, char? separator = null) =>
        Line.Find(parameterName) is { } option ? (T)ValueParser.Parse(option.Values, typeof(T), separator?.ToString()) : default;

    /// <summary>The value of the argument with the name of the member, or the default.</summary>
    public static T GetNamedArgument<T>(Expression<Func<T>> expression, char? separator = null) =>
        GetNamedArgument<T>(MemberExpressions.Member(expression).Name, separator);

    /// <summary>The value of the argument with the name of the member, or the default.</summary>
    public static T GetNamedArgument<T>(Expression<Func<object>> expression, char? separator = null) =>
        GetNamedArgument<T>(MemberExpressions.Member(expression).Name, separator);

    /// <summary>The value of an argument without a name, counted from 0, or the default.</summary>
    public static T GetPositionalArgument<T>(int position, char? separator = null) =>
        Line.Positional.ElementAtOrDefault(position) is { } text ? (T)ValueParser.Parse([text], typeof(T), separator?.ToString()) : default;

    /// <summary>The values of all arguments without a name, or null if there is none.</summary>
    public static T[] GetAllPositionalArguments<T>(char? separator = null) =>
        Line.Positional is { Count: > 0 } values ? (T[])ValueParser.Parse(values, typeof(T[]), separator?.ToString()) : null;
}
