using JobSwipe.LocalFly.Api;
using JobSwipe.LocalFly.Cli;
using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Deployments;

/// <summary>A release in the app's history, from <c>running</c> to <c>complete</c>, <c>failed</c> or <c>interrupted</c>.</summary>
internal static class ReleaseRecord
{
    public static async Task<ReleaseView> RunAsync(AppClient app, string description, string image, Func<ReleaseView, Task> work)
    {
        var release = await app.RecordAsync(new ReleaseView
        {
            Id = Guid.NewGuid().ToString("N")[..13],
            Description = description,
            Status = "running",
            CreatedAt = DateTimeOffset.UtcNow,
            ImageRef = image,
        });
        try
        {
            await work(release);
        }
        catch (Exception exception)
        {
            await TryEndAsync(app, release with { Status = exception is OperationCanceledException ? "interrupted" : "failed" });
            throw;
        }
        return await app.RecordAsync(release with { Status = "complete", Stable = true });
    }

    private static async Task TryEndAsync(AppClient app, ReleaseView release)
    {
        try
        {
            await app.RecordAsync(release);
        }
        catch (FlyError)
        {
            // The platform is gone; what went wrong before matters more.
        }
    }
}
