using JobSwipe.LocalFly.Cli;

namespace JobSwipe.LocalFly.Commands;

/// <summary><c>flyctl secrets unset NAME…</c>.</summary>
internal sealed class SecretsUnset : ICommand
{
    public string Path => "secrets unset";

    public IReadOnlyList<Flag> Flags => SecretChange.Flags;

    public int MaxArguments => int.MaxValue;

    public Task<int> RunAsync(Invocation invocation, CancellationToken cancellation) =>
        SecretChange.ApplyAsync(invocation, invocation.Arguments.Distinct().ToDictionary(name => name, _ => (string?)null), cancellation);
}
