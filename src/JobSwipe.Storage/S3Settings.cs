using System.Web;

namespace JobSwipe.Storage;

/// <summary>
/// An S3 store's location: <c>s3://bucket/prefix?endpoint=…&amp;region=…&amp;pathStyle=…&amp;checksums=…&amp;chunked=…&amp;partSize=…</c>.
/// Providers differ, so what differs is written there.
/// </summary>
public sealed record S3Settings
{
    private static readonly string[] Known = ["endpoint", "region", "pathStyle", "checksums", "chunked", "partSize"];

    /// <summary>The bucket.</summary>
    public required string Bucket { get; init; }

    /// <summary>What every key begins with; empty, or ends with <c>/</c>.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The server; null is AWS's own for the region.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The region that requests are signed for.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>Whether the bucket stands in the path instead of the host name: MinIO and most servers of one's own need it.</summary>
    public bool PathStyle { get; init; }

    /// <summary>Whether checksums are sent only where S3 demands them (<c>checksums=required</c>): servers older than 2025 refuse the others.</summary>
    public bool ChecksumsOnlyRequired { get; init; }

    /// <summary>Whether uploads use aws-chunked framing. Some servers store the framing (<see cref="UploadNotStored"/>).</summary>
    public bool Chunked { get; init; } = true;

    /// <summary>Bytes in every part; null grows with the part's number. R2 wants all parts alike.</summary>
    public int? PartSize { get; init; }

    /// <summary>The location without its settings.</summary>
    public string Location => $"s3://{Bucket}/{Prefix}".TrimEnd('/') + (Endpoint is null ? "" : $" at {Endpoint.GetLeftPart(UriPartial.Authority)}");

    /// <summary>Reads a location.</summary>
    /// <exception cref="StoreLocationInvalid">A part of it is missing, unknown or not understood.</exception>
    public static S3Settings Parse(string location)
    {
        if (!Uri.TryCreate(location, UriKind.Absolute, out var uri) || uri.Scheme != "s3" || uri.Host.Length == 0)
            throw new StoreLocationInvalid(location, "it names no bucket");
        if (uri.UserInfo.Length > 0)
            throw new StoreLocationInvalid(location.Replace(uri.UserInfo, "***"), "credentials do not belong into it");
        var query = HttpUtility.ParseQueryString(uri.Query);
        if (query.AllKeys.FirstOrDefault(key => !Known.Contains(key)) is { } unknown)
            throw new StoreLocationInvalid(location, $"the setting '{unknown}' is unknown (known: {string.Join(", ", Known)})");
        return new S3Settings
        {
            Bucket = uri.Host,
            Prefix = uri.AbsolutePath.Trim('/') is { Length: > 0 } prefix ? ObjectKey.Check(prefix) + "/" : "",
            Endpoint = query["endpoint"] is { } endpoint ? ReadEndpoint(location, endpoint) : null,
            Region = query["region"] ?? "us-east-1",
            PathStyle = ReadBool(location, "pathStyle", query["pathStyle"]) ?? false,
            ChecksumsOnlyRequired = query["checksums"] switch
            {
                null or "supported" => false,
                "required" => true,
                var other => throw new StoreLocationInvalid(location, $"checksums is '{other}', neither 'supported' nor 'required'"),
            },
            Chunked = ReadBool(location, "chunked", query["chunked"]) ?? true,
            PartSize = query["partSize"] is { } size ? ReadPartSize(location, size) : null,
        };
    }

    private static Uri ReadEndpoint(string location, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https"
            ? endpoint
            : throw new StoreLocationInvalid(location, $"endpoint '{text}' is no http or https URL");

    private static bool? ReadBool(string location, string name, string? text) =>
        text is null ? null
        : bool.TryParse(text, out var value) ? value
        : throw new StoreLocationInvalid(location, $"{name} is '{text}', neither 'true' nor 'false'");

    private static int ReadPartSize(string location, string text) =>
        int.TryParse(text, out var size) && size is >= PartSizes.Smallest and <= PartSizes.Largest
            ? size
            : throw new StoreLocationInvalid(location, $"partSize is '{text}', not between {PartSizes.Smallest} and {PartSizes.Largest} bytes");
}
