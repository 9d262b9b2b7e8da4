namespace JobSwipe.Tools.Processes;

/// <summary>Where things that are expensive to make and safe to lose are kept, beyond a clone's life (XDG base directories).</summary>
public static class CacheFolder
{
    /// <summary>The folder; made when it is not there.</summary>
    public static string Path(string name)
    {
        var home = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
            ? cache
            : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return Directory.CreateDirectory(System.IO.Path.Combine(home, "jobswipe-delivery", name)).FullName;
    }
}
