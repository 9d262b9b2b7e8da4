namespace JobSwipe.LocalFly.Images;

/// <summary>One machine's files.</summary>
internal interface IFilesystem : IAsyncDisposable
{
    /// <summary>How a command is started in them, with volumes in their places; variables that the way in needs itself are exchanged.</summary>
    IReadOnlyList<string> Enter(IReadOnlyList<string> command, IReadOnlyList<(string Folder, string Path)> mounts, IDictionary<string, string> env);
}
