using System.Runtime.InteropServices;
using JobSwipe.LocalFly.Commands;

namespace JobSwipe.LocalFly.Cli;

/// <summary>Finds the command, reads its flags, runs it, and turns errors into flyctl's exit codes: 1, 126 deadline, 127 cancelled.</summary>
internal static class CommandRunner
{
    private static readonly ICommand[] Commands =
    [
        new AppsCreate(), new AppsDestroy(), new AppsList(), new ConfigValidate(), new Deploy(), new ImageShow(), new Logs(), new MachineDestroy(),
        new MachineList(), new Releases(), new ScaleShow(), new SecretsImport(), new SecretsList(), new SecretsSet(), new Serve(), new Status(), new VersionCommand(),
    ];

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        using var cancel = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        try
        {
            var (command, rest) = Find(args);
            var (arguments, flags) = ReadFlags(command, rest);
            return await command.RunAsync(new Invocation(arguments, flags, output, error), cancel.Token);
        }
        catch (FlyError exception)
        {
            await error.WriteLineAsync($"Error: {exception.Message}");
            return exception.ExitCode;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return 127;
        }

        void Cancel(PosixSignalContext context)
        {
            context.Cancel = true;
            cancel.Cancel();
        }
    }

    private static (ICommand Command, string[] Words) Find(string[] args)
    {
        var words = args.TakeWhile(word => !word.StartsWith('-')).ToArray();
        for (var count = Math.Min(2, words.Length); count > 0; count--)
        {
            var path = string.Join(' ', words[..count]).Replace("machines ", "machine ");
            if (Array.Find(Commands, command => command.Path == path) is { } found) return (found, args[count..]);
        }
        throw new FlyError(words.Length == 0
            ? $"a command is needed; here are: {string.Join(", ", Commands.Select(command => command.Path))}"
            : $"unknown command \"{words[0]}\" for \"flyctl\"; here are: {string.Join(", ", Commands.Select(command => command.Path))}");
    }

    private static (List<string> Arguments, Dictionary<string, string> Flags) ReadFlags(ICommand command, string[] args)
    {
        var known = command.Flags.Append(Flag.Token).ToArray();
        var arguments = new List<string>();
        var flags = new Dictionary<string, string>();
        for (var at = 0; at < args.Length; at++)
        {
            var word = args[at];
            if (!word.StartsWith('-'))
            {
                arguments.Add(word);
                continue;
            }
            var (name, value) = word.Split('=', 2) is [var before, var after] ? (before, after) : (word, (string?)null);
            var flag = (name.StartsWith("--", StringComparison.Ordinal)
                ? Array.Find(known, flag => flag.Name == name[2..])
                : name.Length == 2 ? Array.Find(known, flag => flag.Short == name[1]) : null)
                ?? throw new FlyError(name.StartsWith("--", StringComparison.Ordinal) ? $"unknown flag: {name}" : $"unknown shorthand flag: '{name[1..]}' in {word}");
            if (value is null && !flag.IsSwitch) value = ++at < args.Length ? args[at] : throw new FlyError($"flag needs an argument: {name}");
            flags[flag.Name] = value ?? "true";
        }
        return (arguments, flags);
    }
}
