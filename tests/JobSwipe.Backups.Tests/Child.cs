using System.Diagnostics;

namespace JobSwipe.Backups.Tests;

/// <summary>Work in a process of its own (see Program.cs), to be killed.</summary>
public sealed class Child : IDisposable
{
    private readonly Process _process;

    private Child(Process process) => _process = process;

    /// <summary>Starts it and waits until it has begun its work.</summary>
    public static async Task<Child> StartAsync(DatabaseUrl url, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(Child).Assembly.Location, "child", .. arguments]) { RedirectStandardOutput = true };
        start.Environment["CHILD_DATABASE"] = url.ToUrlWithPassword();
        (start.Environment["AWS_ACCESS_KEY_ID"], start.Environment["AWS_SECRET_ACCESS_KEY"]) = ("test", "test");
        var child = new Child(Process.Start(start)!);
        (await child._process.StandardOutput.ReadLineAsync()).ShouldBe("begun");
        return child;
    }

    /// <summary>Kills it, alone and without warning, unless it ends before.</summary>
    /// <returns>Whether it was killed.</returns>
    public async Task<bool> KillAfterAsync(TimeSpan time)
    {
        using var late = new CancellationTokenSource(time);
        try
        {
            await _process.WaitForExitAsync(late.Token);
            _process.ExitCode.ShouldBe(0);
            return false;
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            return true;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
