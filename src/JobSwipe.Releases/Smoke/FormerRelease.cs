using JobSwipe.Tools;
using JobSwipe.Tools.Postgres;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Smoke;

/// <summary>The release before, run on this machine against a database with a newer schema, as it will be while the next one is being deployed.</summary>
/// <param name="Start">What a shell runs to start it; it is told <c>DATABASE_URL</c> and <c>PORT</c>, and stays in the foreground.</param>
/// <param name="Plan">What is checked; journeys through pages are left out.</param>
public sealed record FormerRelease(string Start, SmokePlan Plan)
{
    /// <summary>How long it may take to answer for the first time.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Starts it, smoke-tests it, and ends it with all that it started.</summary>
    /// <exception cref="FormerReleaseBroken">It ended by itself, does not answer in time, or a check failed.</exception>
    public async Task<SmokeReport> SmokeAsync(DatabaseUrl database, CancellationToken cancellation = default)
    {
        var port = FreePort.Next();
        await using var service = RunningCommand.Start(new Command("/bin/sh", "-c", Start)
        {
            Environment = new Dictionary<string, string?> { ["DATABASE_URL"] = database.ToUrlWithPassword(), ["PORT"] = port.ToString() },
        });
        using var folder = TemporaryFolder.Create();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var output = service.ReadOutputAsync();
        var ended = service.WaitAsync(stop.Token);
        var testing = SmokeTest.RunAsync(Plan with { Browser = [] }, new Uri($"http://127.0.0.1:{port}"), version: null, folder.Path, Patience, cancellation: stop.Token);
        try
        {
            if (await Task.WhenAny(testing, ended) == ended && !cancellation.IsCancellationRequested)
            {
                // A child that it left behind may hold the stream open for ever.
                await Task.WhenAny(output, Task.Delay(TimeSpan.FromSeconds(1), cancellation));
                var said = Last((output.IsCompletedSuccessfully ? output.Result : "") + service.Errors);
                throw new FormerReleaseBroken($"'{Start}' ended with {await ended}: {said}.", "Correct the command: it starts the service in the foreground, with all the variables that it needs.");
            }
            var report = await testing;
            return report.Passed ? report : throw new FormerReleaseBroken(string.Join("; ", report.Failures) + ".", "Split the change: expand now, and contract when no release needs the old shape any more.");
        }
        finally
        {
            // Ends the service, and with it both tasks.
            await stop.CancelAsync();
            await Task.WhenAll(((Task)ended).ContinueWith(_ => { }, TaskScheduler.Default), ((Task)testing).ContinueWith(_ => { }, TaskScheduler.Default));
        }
    }

    private static string Last(string said) => string.Join(" | ", said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(3));
}

/// <summary>The release before does not work on the newer schema.</summary>
public sealed class FormerReleaseBroken(string why, string remedy) : DeliveryError(why, remedy);
