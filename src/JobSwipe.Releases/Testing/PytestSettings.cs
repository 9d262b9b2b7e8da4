namespace JobSwipe.Releases.Testing;

/// <summary>One run of pytest. Flags as in pytest 7 and pytest-cov 4.</summary>
public sealed record PytestSettings
{
    /// <summary>The interpreter.</summary>
    public required string Python { get; init; }

    /// <summary>Where the JUnit report goes.</summary>
    public required string JUnit { get; init; }

    /// <summary>Where the coverage report goes; null without pytest-cov.</summary>
    public string? Coverage { get; init; }

    /// <summary>The arguments.</summary>
    public IReadOnlyList<string> ToArguments() =>
    [
        "-m", "pytest", "--quiet", $"--junitxml={JUnit}",
        // Nothing is left in the application's folder.
        "-p", "no:cacheprovider",
        .. Coverage is null ? [] : (string[])["--cov=.", $"--cov-report=xml:{Coverage}"],
    ];
}
