using System.Runtime.InteropServices;
using JobSwipe.LocalFly.Commands;

namespace JobSwipe.LocalFly.Cli;

/// <summary>Finds the command, reads its flags, runs it, and turns errors into flyctl's exit codes: 1, 126 deadline, 127 cancelled.</summary>
internal static class CommandRunner
{
    private static readonly ICommand[] Commands =
    [
        new AppsCreate(), new AppsDestroy(), new AppsList(), new ConfigValidate(), new Deploy(), new ImageShow(), new Logs(), new MachineCordon(),
        new MachineDestroy(), new MachineList(), new MachineRestart(), new MachineStart(), new MachineStop(), new MachineUncordon(), new Proxy(), new Releases(),
        new ScaleCount(), new ScaleShow(), new SecretsDeploy(), new SecretsImport(), new SecretsList(), new SecretsSet(), new SecretsUnset(), new Serve(),
        new Status(), new VersionCommand(),
    ];

    private static readonly Dictionary<string, string> Aliases = new() { ["machines"] = "machine", ["m"] = "machine", ["app"] = "apps", ["secret"] = "secrets", ["ls"] = "list" };

    public static async Task<int> RunAsync(string[] args, TextReader input, TextWriter output, TextWriter error, CancellationToken cancellation = default)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        try
        {
            var (command, rest) = Find(args);
            var (arguments, flags) = FlagReader.Read(command, rest);
            if (command is not Serve && Fault.Springs(Fault.RateLimit)) throw new FlyError("failed to call the API: rate limit exceeded (status 429)");
            return await command.RunAsync(new Invocation(arguments, flags, input, output, error), cancel.Token);
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
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"Error: {exception.Message}");
            return 1;
        }

        void Cancel(PosixSignalContext context)
        {
            context.Cancel = true;
            cancel.Cancel();
        }
    }

    private static (ICommand Command, string[] Words) Find(string[] args)
    {
        var words = args.TakeWhile(word => !word.StartsWith('-')).Take(2).Select(word => Aliases.GetValueOrDefault(word, word)).ToArray();
        for (var count = words.Length; count > 0; count--)
        {
            if (Array.Find(Commands, command => command.Path == string.Join(' ', words[..count])) is { } found) return (found, args[count..]);
        }
        if (words.Length == 0) throw new FlyError($"a command is needed; here are: {string.Join(", ", Commands.Select(command => command.Path))}");
        var inside = Commands.Where(command => command.Path.StartsWith(words[0] + " ", StringComparison.Ordinal)).Select(command => command.Path).ToArray();
        if (inside.Length == 0) throw new FlyError($"unknown command \"{words[0]}\" for \"flyctl\" (nearest: {Nearest.To(words[0], Commands.Select(command => command.Path))})");
        throw new FlyError(words.Length == 1
            ? $"\"flyctl {words[0]}\" needs one of its commands: {string.Join(", ", inside)}"
            : $"unknown command \"{words[1]}\" for \"flyctl {words[0]}\" (nearest: {Nearest.To(string.Join(' ', words), inside)})");
    }
}
