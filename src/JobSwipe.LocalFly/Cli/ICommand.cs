namespace JobSwipe.LocalFly.Cli;

/// <summary>One command of flyctl.</summary>
internal interface ICommand
{
    /// <summary>Its words, such as <c>apps create</c>.</summary>
    string Path { get; }

    /// <summary>The flags it knows, beside those that all know.</summary>
    IReadOnlyList<Flag> Flags { get; }

    /// <summary>How many arguments it takes at most.</summary>
    int MaxArguments => 0;

    /// <summary>Runs it and returns the exit code.</summary>
    Task<int> RunAsync(Invocation invocation, CancellationToken cancellation);
}
