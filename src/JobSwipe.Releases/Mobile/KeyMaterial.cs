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
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        // Never readable by others, not for a moment.
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(File, options);
        using var writer = new StreamWriter(stream);
        writer.Write(content);
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
        if (content is null)
        {
            if (file is null) throw new KeyUnusable(name, "there is none", "Give it in its variable, or as a file with mode 0600.");
            if (!System.IO.File.Exists(file)) throw new KeyUnusable(name, $"'{file}' does not exist", "Name a file that exists.");
            const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
            if (!OperatingSystem.IsWindows() && (System.IO.File.GetUnixFileMode(file) & Others) != 0) throw new KeyUnusable(name, $"others may read '{file}'", $"chmod 600 {file}");
            content = System.IO.File.ReadAllText(file);
        }
        if (string.IsNullOrWhiteSpace(content)) throw new KeyUnusable(name, "it is empty", "Give the key itself.");
        return new KeyMaterial(name, content);
    }

    /// <inheritdoc/>
    public void Dispose() => _guard.Dispose();
}

/// <summary>A key cannot be used.</summary>
public sealed class KeyUnusable(string name, string why, string remedy) : DeliveryError($"The key {name} cannot be used: {why}.", remedy);
