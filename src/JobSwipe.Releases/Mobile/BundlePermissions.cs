using System.IO.Compression;
using Google.Protobuf;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Mobile;

/// <summary>
/// What an Android app bundle asks of its user: the manifests of its modules, which a bundle holds as messages of aapt2
/// (frameworks/base/tools/aapt2/Resources.proto in AOSP), not as a package does.
/// </summary>
public static class BundlePermissions
{
    private const string Manifest = "manifest/AndroidManifest.xml";

    // Real ones have some kilobytes and some levels.
    private const int MostBytes = 4 << 20;
    private const int MostLevels = 50;

    /// <summary>The permissions of all modules, sorted.</summary>
    /// <exception cref="BundleInvalid">It is no bundle, or a manifest in it cannot be read.</exception>
    public static IReadOnlyList<string> Read(string bundle)
    {
        try
        {
            using var archive = ZipFile.OpenRead(bundle);
            var manifests = archive.Entries.Where(entry => entry.FullName.EndsWith("/" + Manifest, StringComparison.Ordinal) && entry.FullName.Split('/').Length == 3).ToArray();
            if (manifests.Length == 0) throw new BundleInvalid(bundle, $"no module in it has {Manifest}");
            var found = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var manifest in manifests) Node(Bytes(bundle, manifest), found, 0);
            return [.. found];
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidProtocolBufferException)
        {
            throw new BundleInvalid(bundle, exception.Message);
        }
    }

    private static CodedInputStream Bytes(string bundle, ZipArchiveEntry entry)
    {
        // What the archive says of the size may be a lie, so that it is counted.
        var bytes = new byte[MostBytes + 1];
        using var stream = entry.Open();
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length <= MostBytes ? new CodedInputStream(bytes, 0, length) : throw new BundleInvalid(bundle, $"{entry.FullName} is larger than {MostBytes >> 20} MB");
    }

    // message XmlNode { XmlElement element = 1; }
    private static void Node(CodedInputStream message, SortedSet<string> found, int level)
    {
        if (level > MostLevels) throw new InvalidDataException($"its manifest is nested deeper than {MostLevels} levels");
        foreach (var (field, bytes) in Fields(message))
            if (field == 1) Element(bytes.CreateCodedInput(), found, level);
    }

    // message XmlElement { string name = 3; repeated XmlAttribute attribute = 4; repeated XmlNode child = 5; }
    private static void Element(CodedInputStream message, SortedSet<string> found, int level)
    {
        var name = "";
        var attributes = new Dictionary<string, string>();
        foreach (var (field, bytes) in Fields(message))
        {
            if (field == 3) name = bytes.ToStringUtf8();
            else if (field == 4 && Attribute(bytes.CreateCodedInput()) is var (key, value)) attributes[key] = value;
            else if (field == 5) Node(bytes.CreateCodedInput(), found, level + 1);
        }
        // Also uses-permission-sdk-23.
        if (name.StartsWith("uses-permission", StringComparison.Ordinal) && attributes.TryGetValue("name", out var permission)) found.Add(permission);
    }

    // message XmlAttribute { string name = 2; string value = 3; }
    private static (string Name, string Value) Attribute(CodedInputStream message)
    {
        var (name, value) = ("", "");
        foreach (var (field, bytes) in Fields(message))
        {
            if (field == 2) name = bytes.ToStringUtf8();
            else if (field == 3) value = bytes.ToStringUtf8();
        }
        return (name, value);
    }

    // Numbers are of no interest here, and fields of later versions are passed over, as protocol buffers want it.
    private static IEnumerable<(int Field, ByteString Bytes)> Fields(CodedInputStream message)
    {
        while (message.ReadTag() is var tag and not 0)
        {
            if (WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited) yield return (WireFormat.GetTagFieldNumber(tag), message.ReadBytes());
            else message.SkipLastField();
        }
    }
}

/// <summary>A file that is no app bundle.</summary>
public sealed class BundleInvalid(string bundle, string why) : DeliveryError($"{bundle} is no app bundle: {why}.", "Build it again with FlutterBuild --mobile-target appbundle.");
