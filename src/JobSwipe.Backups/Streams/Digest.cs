using System.Security.Cryptography;

namespace JobSwipe.Backups.Streams;

/// <summary>Counts and hashes bytes that pass, and sums up the rows in them.</summary>
internal sealed class Digest(Action<int>? onAdd = null, DumpScanner? scanner = null) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Bytes so far.</summary>
    public long Count { get; private set; }

    /// <summary>SHA-256 of what has passed so far, in lower-case hexadecimal.</summary>
    public string Sha256() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>Takes the next bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        scanner?.Add(bytes);
        Count += bytes.Length;
        onAdd?.Invoke(bytes.Length);
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}
