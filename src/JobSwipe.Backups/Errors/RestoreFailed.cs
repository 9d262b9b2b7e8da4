using JobSwipe.Tools;

namespace JobSwipe.Backups;

/// <summary>A backup could not be restored although its objects are whole. The database that was to be restored is untouched.</summary>
public sealed class RestoreFailed(string id, string why, string remedy, Exception? inner = null) : DeliveryError(
    $"Restoring the backup {id} failed: {why}", $"{remedy} Nothing was changed.", inner);
