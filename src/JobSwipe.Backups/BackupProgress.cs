namespace JobSwipe.Backups;

/// <summary>How far a backup or a restore has come.</summary>
/// <param name="What">The object being worked on, or what is being done.</param>
/// <param name="PlainBytes">Bytes of the database so far, over all objects.</param>
/// <param name="StoredBytes">Bytes of the store so far, over all objects.</param>
/// <param name="EstimatedBytes">What <paramref name="PlainBytes"/> will roughly be in the end, or <paramref name="StoredBytes"/> when restoring; 0 when unknown.</param>
public sealed record BackupProgress(string What, long PlainBytes, long StoredBytes, long EstimatedBytes);
