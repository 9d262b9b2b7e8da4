using System;
using System.Threading.Tasks;
using JobSwipe.Tools.Processes;

namespace Components;

/// <summary>The file with the age identity: the one that was named, or one that holds the given identity for as long as a target runs.</summary>
sealed class BackupIdentity : IDisposable
{
    private TemporaryFolder Folder;

    public string File { get; private set; }

    public static async Task<BackupIdentity> OpenAsync(IHasBackups build)
    {
        var folder = TemporaryFolder.Create("jsage");
        return new BackupIdentity { Folder = folder, File = await build.IdentityAsync(folder) };
    }

    public void Dispose() => Folder.Dispose();
}
