using JobSwipe.LocalFly.Api;

namespace JobSwipe.LocalFly.Images;

/// <summary>An image that a machine can be started from.</summary>
/// <param name="Reference">Where it comes from.</param>
/// <param name="Env">Its own variables.</param>
/// <param name="Entrypoint">What every command begins with.</param>
/// <param name="Command">Its own command, for a machine that has none.</param>
/// <param name="Filesystem">Makes the files of one machine.</param>
internal sealed record MachineImage(
    ImageRef Reference, IReadOnlyDictionary<string, string> Env, IReadOnlyList<string> Entrypoint, IReadOnlyList<string> Command, Func<Task<IFilesystem>> Filesystem);
