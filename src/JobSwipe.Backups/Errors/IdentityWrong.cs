using JobSwipe.Tools;

namespace JobSwipe.Backups;

/// <summary>The key at hand does not open this backup. Nothing was begun.</summary>
public sealed class IdentityWrong(string file, string id, IEnumerable<string> has, IEnumerable<string> needs) : DeliveryError(
    $"The identity '{file}' ({string.Join(", ", has)}) does not open the backup {id}, which is for {string.Join(", ", needs)}.",
    "Give the identity that belongs to one of these recipients, in --identity.");
