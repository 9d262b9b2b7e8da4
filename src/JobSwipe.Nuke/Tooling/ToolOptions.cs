namespace Nuke.Common.Tooling;

/// <summary>How a program is called.</summary>
public abstract class ToolOptions : Options
{
    /// <summary>The program, if not the usual one.</summary>
    public string ProcessToolPath => Get<string>();

    /// <summary>Where it runs.</summary>
    public string ProcessWorkingDirectory => Get<string>();

    /// <summary>Variables that it gets beside the build's.</summary>
    public IReadOnlyDictionary<string, string> ProcessEnvironmentVariables => Get<IReadOnlyDictionary<string, string>>();

    /// <summary>After how many milliseconds it is ended.</summary>
    public int? ProcessExecutionTimeout => Get<int?>();

    /// <summary>Whether its output is shown.</summary>
    public bool? ProcessOutputLogging => Get<bool?>();

    /// <summary>Whether the command is shown.</summary>
    public bool? ProcessInvocationLogging => Get<bool?>();

    /// <summary>Whether an exit code that is not 0 is an error.</summary>
    public bool? ProcessExitHandling => Get<bool?>();

    /// <summary>Arguments after all others.</summary>
    public IReadOnlyList<string> ProcessAdditionalArguments => Get<IReadOnlyList<string>>();

    /// <summary>Texts that are masked in its output.</summary>
    public IReadOnlyList<string> ProcessRedactedSecrets => Get<IReadOnlyList<string>>();

    internal Action<OutputType, string> Logger => Get<Action<OutputType, string>>();

    internal Func<ToolOptions, IProcess, object> ExitHandler => Get<Func<ToolOptions, IProcess, object>>();

    /// <summary>What the program reads, or null.</summary>
    internal virtual string StandardInput => null;

    internal virtual void Write(ArgumentWriter arguments)
    {
    }

    internal IReadOnlyList<string> Arguments()
    {
        var arguments = new ArgumentWriter();
        Write(arguments);
        return [.. arguments.All, .. ProcessAdditionalArguments ?? []];
    }
}
