using System.Text;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Migrations.Tests;

/// <summary>A folder of scripts that a test writes.</summary>
public sealed class ScriptFolder : IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create("scripts");

    public MigrationOptions Options => new() { ScriptsFolder = _folder.Path, RetryFor = TimeSpan.FromSeconds(30) };

    public ScriptFolder With(string name, string sql, string? undo = null)
    {
        WithBytes(name + ".sql", Encoding.UTF8.GetBytes(sql));
        if (undo is not null) WithBytes(name + ".undo.sql", Encoding.UTF8.GetBytes(undo));
        return this;
    }

    public ScriptFolder WithBytes(string file, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(_folder.Path, file), bytes);
        return this;
    }

    public void Remove(string name) => File.Delete(Path.Combine(_folder.Path, name + ".sql"));

    public void Dispose() => _folder.Dispose();
}
