namespace Nuke.Common.Execution;

/// <summary>The build was called wrongly or is defined wrongly: nothing ran, and the exit code is 2.</summary>
internal sealed class BadInvocationException(string message) : Exception(message);
