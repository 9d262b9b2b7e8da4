using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace JobSwipe.LocalFly.Tests.Support;

/// <summary>A registry folder with the sample service in it, in as many variants as a test wants.</summary>
internal sealed class Registry(string folder)
{
    private readonly string _published = Publish(Path.Combine(folder, "published"));

    public string Folder => folder;

    /// <summary>The reference of the sample service with switches; another text gives another digest.</summary>
    public string Image(string release, string switches = "")
    {
        var entrypoint = JsonSerializer.Serialize(new
        {
            entrypoint = new[] { "SampleService" },
            env = new Dictionary<string, string> { ["RELEASE"] = release, ["SAMPLE"] = switches, ["DOTNET_ROOT"] = Programs.DotnetRoot, ["DOTNET_TieredPGO"] = "0" },
        });
        var hex = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(entrypoint)));
        var artifact = Path.Combine(folder, hex);
        lock (this)
        {
            if (!Directory.Exists(artifact))
            {
                Directory.CreateDirectory(artifact);
                Directory.CreateSymbolicLink(Path.Combine(artifact, "published"), _published);
                File.WriteAllText(Path.Combine(artifact, "entrypoint.json"), entrypoint);
            }
        }
        return $"registry.fly.io/sample@sha256:{hex}";
    }

    private static string Publish(string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "SampleService*")) File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        return target;
    }
}
