using JobSwipe.Tools;

namespace JobSwipe.Backups;

/// <summary>The file with the key that reads backups is not there or holds no key. Nothing was begun.</summary>
public sealed class IdentityMissing(string file, string why) : DeliveryError(
    $"The age identity '{file}' cannot be used: {why.TrimEnd('.')}.",
    "Give the file that age-keygen wrote, with the line AGE-SECRET-KEY-1…, in --identity.");
