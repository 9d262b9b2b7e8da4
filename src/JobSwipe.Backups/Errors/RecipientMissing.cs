using JobSwipe.Tools;

namespace JobSwipe.Backups;

/// <summary>Nobody, or nobody sensible, was named who could read a backup. Nothing was begun.</summary>
public sealed class RecipientMissing(string why) : DeliveryError(
    $"A backup needs an age recipient: {why.TrimEnd('.')}.",
    "Make a key with 'age-keygen -o backup-identity.txt', keep that file away from this machine, and give the age1… line as --age-recipients.");
