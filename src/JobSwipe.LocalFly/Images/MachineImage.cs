using JobSwipe.LocalFly.Platform;

namespace JobSwipe.LocalFly.Images;

/// <summary>An image that a machine can be started from.</summary>
/// <param name="Reference">Where it comes from.</param>
/// <param name="Env">Its own variables.</param>
/// <param name="Command">Its entry point and command.</param>
/// <param name="User">Who runs it, as <c>uid:gid</c>; empty for this platform's own user.</param>
/// <param name="WorkingDirectory">The folder that it starts in.</param>
/// <param name="Filesystem">Makes a file system for one machine.</param>
internal sealed record MachineImage(
    ImageRef Reference, IReadOnlyDictionary<string, string> Env, IReadOnlyList<string> Command, string User, string WorkingDirectory,
    Func<Task<IFilesystem>> Filesystem);

/// <summary>One machine's files.</summary>
internal interface IFilesystem : IAsyncDisposable
{
    /// <summary>How a command is started in them.</summary>
    IReadOnlyList<string> Enter(MachineImage image, IReadOnlyList<string> command);
}
