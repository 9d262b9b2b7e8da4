using Nuke.Common.Parameters;
using Nuke.Common.Printing;

namespace Nuke.Common.Execution;

/// <summary>Completion of targets, parameters and values in bash, zsh and fish: <c>source &lt;(./build.sh --completion bash)</c>.</summary>
internal static class ShellCompletion
{
    private const string Bash = """
        _build_sh() {
          local IFS=$'\n'
          COMPREPLY=($("${COMP_WORDS[0]}" --complete="$(printf '%s ' "${COMP_WORDS[@]:1:COMP_CWORD}")" 2>/dev/null))
        }
        complete -F _build_sh build.sh ./build.sh
        """;

    private const string Zsh = """
        #compdef build.sh
        _build_sh() {
          local -a candidates
          candidates=("${(@f)$("${words[1]}" --complete="${words[2,CURRENT]}" 2>/dev/null)}")
          compadd -a candidates
        }
        compdef _build_sh build.sh ./build.sh
        """;

    private const string Fish = """
        function __build_sh
          set -l words (commandline -opc) (commandline -ct)
          $words[1] --complete="$words[2..]" 2>/dev/null
        end
        complete -c build.sh -f -a '(__build_sh)'
        """;

    public static int Print(IReadOnlyList<string> shells)
    {
        var script = shells switch
        {
            ["bash"] => Bash,
            ["zsh"] => Zsh,
            ["fish"] => Fish,
            _ => throw new BadInvocationException($"Parameter --completion has the value '{string.Join(" ", shells)}', expected one of bash, zsh, fish")
        };
        BuildConsole.Shared.Line(script);
        return 0;
    }

    /// <summary>Prints what may stand in place of the last word.</summary>
    public static int Complete(NukeBuild build, IReadOnlyList<ParameterMember> parameters, IReadOnlyList<string> line)
    {
        var words = string.Join(" ", line).Split(' ');
        var current = words[^1];
        foreach (var candidate in Candidates(build, parameters, words[..^1], current).Where(x => x.StartsWith(current, StringComparison.OrdinalIgnoreCase)))
            BuildConsole.Shared.Line(candidate);
        return 0;
    }

    private static IEnumerable<string> Candidates(NukeBuild build, IReadOnlyList<ParameterMember> parameters, string[] before, string current)
    {
        if (current.StartsWith('-'))
        {
            return parameters.Where(x => x.Attribute.List).Select(x => x.Option)
                .Concat(BuiltInParameters.All.Where(x => x.Description != null).Select(x => x.Option))
                .Order(StringComparer.Ordinal);
        }

        var targets = build.ExecutableTargets.Where(x => x.Listed).Select(x => x.Name).Order(StringComparer.Ordinal);
        if (before.LastOrDefault(x => x.StartsWith('-')) is not { } option || BuiltInParameters.Find(option) is { Name: "Target" or "Skip" })
            return targets;
        if (BuiltInParameters.Find(option) is { } builtIn)
        {
            return builtIn.Name switch
            {
                "Plan" => ["text", "html"],
                "List" => ["text", "json"],
                "Verbosity" => Enum.GetNames<Verbosity>(),
                "Host" => ["Terminal", "GitHubActions"],
                "Completion" => ["bash", "zsh", "fish"],
                _ => builtIn.IsSwitch ? targets : []
            };
        }

        var parameter = parameters.FirstOrDefault(x => ParameterName.Normalize(x.Name) == ParameterName.Normalize(option));
        if (parameter is null)
            return [];
        return ValueSet.Of(parameter) is { } values ? values : parameter.IsSwitch ? targets : [];
    }
}
