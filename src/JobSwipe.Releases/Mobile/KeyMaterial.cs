using JobSwipe.Tools;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Mobile;

/// <summary>A key in a file that only this user can read, for programs that take no key otherwise. It is gone afterwards, also when this process was killed.</summary>
public sealed class KeyMaterial : IDisposable
{
    private readonly Guard _guard = Guard.Start();

    private KeyMaterial(string name, string content)
    {
        var folder = Directory.CreateTempSubdirectory("jobswipe-keys-").FullName;
        _guard.Add($"rm -rf -- {Guard.Quote(folder)}");
        File = Path.Combine(folder, name);
        WritePrivate(File, System.Text.Encoding.UTF8.GetBytes(content));
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>Takes a key from a variable, or from a file that nobody else may read.</summary>
    /// <param name="name">What it is called, in the error and as the file's name.</param>
    /// <param name="content">The key itself; null takes the file.</param>
    /// <param name="file">The file, mode 0600.</param>
    /// <exception cref="KeyUnusable">There is none, or others may read it.</exception>
    public static KeyMaterial Take(string name, string? content, string? file)
    {
        content ??= System.Text.Encoding.UTF8.GetString(ReadFile(name, file));
        if (string.IsNullOrWhiteSpace(content)) throw new KeyUnusable(name, "it is empty", "Give the key itself.");
        return new KeyMaterial(name, content);
    }

    /// <exception cref="KeyUnusable">There is none, or others may read it.</exception>
    internal static byte[] ReadFile(string name, string? file)
    {
        if (file is null) throw new KeyUnusable(name, "there is none", "Give it in its variable, or as a file with mode 0600.");
        if (!System.IO.File.Exists(file)) throw new KeyUnusable(name, $"'{file}' does not exist", "Name a file that exists.");
        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        if (!OperatingSystem.IsWindows() && (System.IO.File.GetUnixFileMode(file) & Others) != 0) throw new KeyUnusable(name, $"others may read '{file}'", $"chmod 600 {file}");
        return System.IO.File.ReadAllBytes(file);
    }

    /// <summary>Writes a file that nobody else can read, not for a moment.</summary>
    internal static void WritePrivate(string file, byte[] content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        stream.Write(content);
    }

    /// <inheritdoc/>
    public void Dispose() => _guard.Dispose();
}

/// <summary>A key cannot be used.</summary>
public sealed class KeyUnusable(string name, string why, string remedy) : DeliveryError($"The key {name} cannot be used: {why}.", remedy);
