namespace JobSwipe.LocalFly.Images;

/// <summary>Who runs an image's program: USER of the Dockerfile, looked up in the image's own /etc/passwd and /etc/group as engines do.</summary>
/// <param name="Id">As <c>uid:gid</c>.</param>
/// <param name="Home">The home folder.</param>
internal sealed record ImageUser(string Id, string Home)
{
    /// <param name="root">The image's files.</param>
    /// <param name="user">A name or number, with a group or without; empty for root.</param>
    public static ImageUser Of(string root, string user)
    {
        var (name, group) = user.Split(':', 2) is [var before, var after] ? (before, after) : (user.Length == 0 ? "0" : user, null);
        var entry = Lines(root, "etc/passwd").FirstOrDefault(line => line.Length > 5 && (line[0] == name || line[2] == name));
        var groupId = group is null ? entry?[3] ?? "0" : Lines(root, "etc/group").FirstOrDefault(line => line.Length > 2 && line[0] == group)?[2] ?? group;
        return new ImageUser($"{entry?[2] ?? name}:{groupId}", entry?[5] ?? "/");
    }

    private static IEnumerable<string[]> Lines(string root, string file)
    {
        var path = Path.Combine(root, file);
        return File.Exists(path) ? File.ReadLines(path).Select(line => line.Split(':')) : [];
    }
}
