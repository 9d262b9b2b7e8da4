using System.Text.Json;
using JobSwipe.LocalFly.Api;

namespace JobSwipe.LocalFly.Platform;

/// <summary>What <c>serve</c> writes into its folder when it is ready: who it is and where it answers.</summary>
internal sealed record PlatformFile(int Pid, string Url, DateTimeOffset Started)
{
    private const string Name = "platform.json";

    public static PlatformFile? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<PlatformFile>(File.ReadAllText(Path.Combine(folder, Name)), Wire.Options);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Appears all at once, for those who wait for it.</summary>
    public void Write(string folder)
    {
        var file = Path.Combine(folder, Name);
        File.WriteAllText(file + ".new", JsonSerializer.Serialize(this, Wire.Options));
        File.Move(file + ".new", file, overwrite: true);
    }

    public static void Delete(string folder)
    {
        if (Read(folder)?.Pid == Environment.ProcessId) File.Delete(Path.Combine(folder, Name));
    }

    /// <summary>Whether the platform that wrote it still answers.</summary>
    public async Task<bool> AnswersAsync()
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        try
        {
            using var answer = await client.GetAsync(new Uri(new Uri(Url), "apps"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
