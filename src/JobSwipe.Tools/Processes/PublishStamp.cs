using System.Security.Cryptography;
using System.Text;

namespace JobSwipe.Tools.Processes;

/// <summary>Remembers from which sources a project was published, by content: a publish that has nothing to do still takes many seconds.</summary>
/// <param name="project">The project's file; its whole folder is an input, and the files that configure every project.</param>
/// <param name="output">The published folder; the stamp lies beside it.</param>
/// <param name="root">The repository's folder.</param>
public sealed class PublishStamp(string project, string output, string root)
{
    private static readonly string[] Shared = ["Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig"];
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>SHA-256 of everything that the project is published from.</summary>
    public string Inputs { get; } = Hash(Path.GetDirectoryName(project)!, root);

    private string File => output.TrimEnd('/') + ".stamp";

    /// <summary>Publishes, unless that was done already. Two builds in one folder would be in each other's way, so one waits for the other.</summary>
    /// <returns>Whether it published.</returns>
    public bool Publish(Action publish, CancellationToken cancellation = default)
    {
        if (IsCurrent) return false;
        using var turn = TakeTurn(cancellation);
        if (IsCurrent) return false;
        Clear();
        publish();
        System.IO.File.WriteAllText(File, Inputs);
        return true;
    }

    /// <summary>Whether the folder holds what these sources give.</summary>
    private bool IsCurrent => Directory.Exists(output) && System.IO.File.Exists(File) && System.IO.File.ReadAllText(File) == Inputs;

    // Half a publish must never be taken for a whole one.
    private void Clear() => System.IO.File.Delete(File);

    // The lock ends with the process that holds it, however that ends.
    private FileStream TakeTurn(CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        while (true)
        {
            try
            {
                return new FileStream(File + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (System.IO.File.Exists(File + ".lock"))
            {
                cancellation.WaitHandle.WaitOne(Pause);
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    private static string Hash(string folder, string root)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var sources = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).Split('/')[0].Equals("bin", StringComparison.Ordinal) && !Path.GetRelativePath(folder, file).Split('/')[0].Equals("obj", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        foreach (var file in sources.Concat(Shared.Select(name => Path.Combine(root, name)).Where(System.IO.File.Exists)))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file + "\n"));
            hash.AppendData(SHA256.HashData(System.IO.File.ReadAllBytes(file)));
        }
        hash.AppendData(Encoding.UTF8.GetBytes(Environment.Version.ToString()));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
