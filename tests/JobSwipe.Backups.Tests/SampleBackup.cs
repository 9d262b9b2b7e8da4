using JobSwipe.Tools.Processes;

namespace JobSwipe.Backups.Tests;

/// <summary>A backup of the seeded database, made once and copied for every test that only reads or spoils one.</summary>
public sealed class SampleBackup(TestPostgres databases, Keys keys) : IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create("sample");
    private readonly SemaphoreSlim _once = new(1);
    private BackupManifest? _manifest;

    /// <summary>Puts it into a store's folder.</summary>
    public async Task<BackupManifest> CopyToAsync(string store)
    {
        await _once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _manifest ??= await Backup.CreateAsync(await databases.NewSeededAsync(), ObjectStores.Open(_folder.Path), keys.Options);
        }
        finally
        {
            _once.Release();
        }
        var folder = Directory.CreateDirectory(Path.Combine(store, "backups", _manifest.Id)).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(_folder.Path, "backups", _manifest.Id))) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        return _manifest;
    }

    public void Dispose()
    {
        _folder.Dispose();
        _once.Dispose();
    }
}
