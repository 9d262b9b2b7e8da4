namespace JobSwipe.LocalFly.Platform;

/// <summary>An error that the platform answers with.</summary>
internal sealed class PlatformError(string message, int status = StatusCodes.Status422UnprocessableEntity) : Exception(message)
{
    public int Status { get; } = status;
}
