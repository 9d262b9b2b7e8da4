using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Mobile;

/// <summary>What an Android package asks of its user, by <c>aapt2 dump permissions</c> (developer.android.com/tools/aapt2).</summary>
public static class ApkPermissions
{
    /// <summary>The arguments of aapt2.</summary>
    public static IReadOnlyList<string> ToArguments(string package) => ["dump", "permissions", package];

    /// <summary>The permissions, sorted; null when aapt2 is not on this machine.</summary>
    /// <exception cref="CommandFailed">aapt2 cannot read the package.</exception>
    public static async Task<IReadOnlyList<string>?> ReadAsync(string package, CancellationToken cancellation = default)
    {
        try
        {
            return In(await new Command("aapt2", ToArguments(package)).OutputAsync(cancellation));
        }
        catch (ToolMissing)
        {
            return null;
        }
    }

    /// <summary>Those in what aapt2 prints: <c>uses-permission: name='android.permission.INTERNET'</c>; also <c>uses-permission-sdk-23</c>.</summary>
    public static IReadOnlyList<string> In(string output) =>
    [
        .. output.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("uses-permission", StringComparison.Ordinal))
            .Select(line => line.Split('\'') is [_, var name, ..] ? name : "").Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal),
    ];
}
