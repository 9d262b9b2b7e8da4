namespace JobSwipe.LocalFly.Cli;

/// <summary>One command of flyctl.</summary>
internal interface ICommand
{
    /// <summary>Its words, such as <c>apps create</c>.</summary>
    string Path { get; }

    /// <summary>The flags it knows; <c>--access-token</c> is known to all.</summary>
    IReadOnlyList<Flag> Flags { get; }

    /// <summary>Runs it and returns the exit code.</summary>
    Task<int> RunAsync(Invocation invocation, CancellationToken cancellation);
}
