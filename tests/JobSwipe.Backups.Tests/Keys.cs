using JobSwipe.Tools.Processes;

namespace JobSwipe.Backups.Tests;

/// <summary>An age key for all tests, and one that belongs to somebody else.</summary>
public sealed class Keys : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create("keys");

    public AgeKey Ours { get; private set; } = null!;

    public AgeKey Others { get; private set; } = null!;

    public BackupOptions Options => new() { Recipients = [Ours.Recipient] };

    public async ValueTask InitializeAsync()
    {
        Ours = await AgeKey.GenerateAsync(Path.Combine(_folder.Path, "ours"));
        Others = await AgeKey.GenerateAsync(Path.Combine(_folder.Path, "others"));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
