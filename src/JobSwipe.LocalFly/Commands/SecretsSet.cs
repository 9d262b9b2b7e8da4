using JobSwipe.LocalFly.Cli;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl secrets set NAME=VALUE …</c>; <c>NAME=-</c> reads the value from standard input.</summary>
internal sealed class SecretsSet : ICommand
{
    public string Path => "secrets set";

    public IReadOnlyList<Flag> Flags => SecretChange.Flags;

    public int MaxArguments => int.MaxValue;

    public async Task<int> RunAsync(Invocation invocation, CancellationToken cancellation)
    {
        var values = new Dictionary<string, string?>();
        foreach (var pair in invocation.Arguments)
        {
            var (name, value) = pair.Split('=', 2) is [var before, var after] ? (before, after)
                : throw new FlyError($"could not parse secrets: an argument of {pair.Length} characters without '=' is not a NAME=VALUE pair");
            values[name] = value == "-" ? await invocation.Input.ReadToEndAsync(cancellation) : value;
        }
        return await SecretChange.ApplyAsync(invocation, values, cancellation);
    }
}
