using JobSwipe.Tools;

namespace JobSwipe.Storage;

/// <summary>A server keeps other bytes than those sent to it; some store the framing of a chunked upload inside the object.</summary>
public sealed class UploadNotStored(string location, string key, long sent, long stored) : DeliveryError(
    $"{location} kept {stored} bytes of '{key}' where {sent} were sent; the object was removed.",
    "Add chunked=false and checksums=required to the store's location; if that does not help, the server cannot be used.");
