using System.Text.RegularExpressions;

namespace JobSwipe.Benchmarks;

/// <summary>
/// A backup to a bucket beside one to a folder. The test server works on the same processors as the backup, so the folder is also measured while
/// a client that does nothing else gives the server the same bytes: what is left then is the price of our client, not of the server.
/// </summary>
internal static partial class BackupsSuiteBucket
{
    private const int Runs = 7;
    private const int PartSize = 8 * 1024 * 1024;

    /// <summary>Measures all three in turn.</summary>
    /// <param name="server">The test server.</param>
    /// <param name="toFolder">A backup to a folder.</param>
    /// <param name="toBucket">The same to the server.</param>
    /// <param name="stored">A backup's folder, whose files are the bytes.</param>
    public static IEnumerable<Measurement> Measure(S3Server server, Program toFolder, Program toBucket, string stored)
    {
        var (folder, beside, bucket) = (new List<double>(), new List<double>(), new List<double>());
        for (var run = 0; run <= Runs; run++)
        {
            var times = (toFolder.Measure().Seconds, Beside(server.Endpoint, stored, toFolder), toBucket.Measure().Seconds);
            // The first one warms up.
            if (run == 0) continue;
            folder.Add(times.Item1);
            beside.Add(times.Item2);
            bucket.Add(times.Item3);
        }
        // No promise but a look: how much the server takes shows in the difference to the next line.
        yield return new("backup to S3, beside one to a folder, server included", bucket.Median(), folder.Median(), 1.5, "s", Runs);
        yield return new("backup to S3, beside one to a folder and as much for the server", bucket.Median(), beside.Median(), 1.15, "s", Runs);
    }

    private static double Beside(Uri endpoint, string stored, Program toFolder)
    {
        var giving = Task.Run(() => GiveAsync(endpoint, stored));
        var seconds = toFolder.Measure().Seconds;
        giving.GetAwaiter().GetResult();
        return seconds;
    }

    // As S3's documentation has it: one PUT, or parts of which each is answered with the tag that completing wants back.
    private static async Task GiveAsync(Uri endpoint, string stored)
    {
        using var client = new HttpClient { BaseAddress = endpoint };
        // moto wants a user for some requests and checks no signature.
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0");
        foreach (var file in Directory.GetFiles(stored))
        {
            var key = $"backups/bare/{Path.GetFileName(file)}";
            var bytes = await File.ReadAllBytesAsync(file);
            if (bytes.Length <= PartSize)
            {
                await SendAsync(client, HttpMethod.Put, key, bytes);
                continue;
            }
            using var begun = await SendAsync(client, HttpMethod.Post, key + "?uploads", []);
            var upload = UploadId().Match(await begun.Content.ReadAsStringAsync()).Groups[1].Value;
            var parts = new List<string>();
            for (var at = 0; at < bytes.Length; at += PartSize)
            {
                using var taken = await SendAsync(client, HttpMethod.Put, $"{key}?partNumber={parts.Count + 1}&uploadId={upload}", bytes[at..Math.Min(at + PartSize, bytes.Length)]);
                parts.Add($"<Part><PartNumber>{parts.Count + 1}</PartNumber><ETag>{taken.Headers.ETag}</ETag></Part>");
            }
            var all = System.Text.Encoding.UTF8.GetBytes($"<CompleteMultipartUpload>{string.Concat(parts)}</CompleteMultipartUpload>");
            using var whole = await SendAsync(client, HttpMethod.Post, $"{key}?uploadId={upload}", all);
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string address, byte[] content)
    {
        using var request = new HttpRequestMessage(method, address) { Content = new ByteArrayContent(content) };
        var answer = await client.SendAsync(request);
        return answer.EnsureSuccessStatusCode();
    }

    [GeneratedRegex("<UploadId>([^<]+)</UploadId>")]
    private static partial Regex UploadId();
}
