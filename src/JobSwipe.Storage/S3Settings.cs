using System.Web;

namespace JobSwipe.Storage;

/// <summary>
/// An S3 store's location: <c>s3://bucket/prefix?endpoint=…&amp;region=…&amp;pathStyle=…&amp;checksums=…&amp;chunked=…&amp;partSize=…&amp;timeout=…&amp;sse=…&amp;sseKey=…&amp;lock=…</c>.
/// Providers differ, so what differs is written there.
/// </summary>
public sealed record S3Settings
{
    private static readonly string[] Known = ["endpoint", "region", "pathStyle", "checksums", "chunked", "partSize", "timeout", "sse", "sseKey", "lock"];

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

    /// <summary>How long the server may be silent before a request is given up and tried again.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Server-side encryption to ask for: <c>AES256</c> or <c>aws:kms</c>; null leaves it to the bucket.</summary>
    public string? Encryption { get; init; }

    /// <summary>The key of <c>aws:kms</c>; null is the account's own.</summary>
    public string? EncryptionKey { get; init; }

    /// <summary>Object Lock for what is written once (<see cref="WriteCondition.IsNew"/>); null leaves it to the bucket's default.</summary>
    public ObjectLock? Lock { get; init; }

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
            Timeout = query["timeout"] is { } seconds ? ReadTimeout(location, seconds) : TimeSpan.FromSeconds(60),
            Encryption = query["sse"] is null or "AES256" or "aws:kms" ? query["sse"] : throw new StoreLocationInvalid(location, $"sse is '{query["sse"]}', neither 'AES256' nor 'aws:kms'"),
            EncryptionKey = query["sseKey"] is { } key && query["sse"] != "aws:kms" ? throw new StoreLocationInvalid(location, "sseKey needs sse=aws:kms") : query["sseKey"],
            Lock = query["lock"] is { } held ? ObjectLock.Parse(location, held) : null,
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

    private static TimeSpan ReadTimeout(string location, string text) =>
        int.TryParse(text, out var seconds) && seconds is >= 1 and <= 3600
            ? TimeSpan.FromSeconds(seconds)
            : throw new StoreLocationInvalid(location, $"timeout is '{text}', not between 1 and 3600 seconds");
}
