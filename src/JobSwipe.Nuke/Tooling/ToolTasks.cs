using System.Collections;
using Nuke.Common.Printing;

namespace Nuke.Common.Tooling;

/// <summary>The base of classes that call one program.</summary>
public abstract class ToolTasks
{
    internal static IReadOnlyCollection<Output> Execute(string defaultToolPath, ToolOptions options)
    {
        foreach (var secret in options.ProcessRedactedSecrets ?? [])
            Masker.Shared.Add(secret);
        using var process = ProcessTasks.Start(
            options.ProcessToolPath ?? defaultToolPath,
            CommandLineText(options.Arguments()),
            options.ProcessWorkingDirectory,
            Environment(options.ProcessEnvironmentVariables),
            options.ProcessExecutionTimeout,
            options.ProcessOutputLogging,
            options.ProcessInvocationLogging,
            options.Logger,
            Masker.Shared.Mask,
            options.StandardInput);
        process.AssertWaitForExit();
        if (options.ExitHandler is { } handler)
            handler(options, process);
        else if (options.ProcessExitHandling != false)
            process.AssertZeroExitCode();
        return process.Output;
    }

    /// <summary>One line from which the framework reads the very same arguments.</summary>
    internal static string CommandLineText(IEnumerable<string> arguments) => string.Join(" ", arguments.Select(Quoted));

    private static string Quoted(string argument)
    {
        if (argument.Length > 0 && !argument.Any(x => char.IsWhiteSpace(x) || x == '"'))
            return argument;
        var text = new System.Text.StringBuilder("\"");
        for (var i = 0; i < argument.Length; i++)
        {
            var slashes = 0;
            while (i < argument.Length && argument[i] == '\\')
                (slashes, i) = (slashes + 1, i + 1);
            if (i == argument.Length)
                return text.Append('\\', slashes * 2).Append('"').ToString();
            text.Append('\\', argument[i] == '"' ? slashes * 2 + 1 : slashes).Append(argument[i]);
        }

        return text.Append('"').ToString();
    }

    private static Dictionary<string, string> Environment(IReadOnlyDictionary<string, string> added)
    {
        if (added is null)
            return null;
        var all = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(x => (string)x.Key, x => (string)x.Value);
        foreach (var (key, value) in added)
            all[key] = value;
        return all;
    }
}
