using Nuke.Common.Parameters;
using Nuke.Common.Printing;

namespace Nuke.Common.Execution;

/// <summary>Answers questions about the build without executing anything.</summary>
internal static class Answers
{
    public static int Print(NukeBuild build, IReadOnlyList<ParameterMember> parameters, BuildOptions options)
    {
        if (options.Completed is { } words)
            return ShellCompletion.Complete(build, parameters, words);
        var unknown = options.Sources.Unknown(parameters).ToList();
        if (unknown.Count > 0)
            throw new BadInvocationException(string.Join("\n", unknown));
        BuildConsole.Shared.Line(options.ListFormat == "json" ? ListJson.Text(build, parameters) : HelpText.Of(build, parameters));
        return 0;
    }
}
