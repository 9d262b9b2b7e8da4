using JobSwipe.Tools;

namespace JobSwipe.Security.Installing;

/// <summary>A scanner that could not be installed, so that nothing was scanned by it.</summary>
public sealed class ScannerNotInstalled(string problem, string remedy, Exception? inner = null) : DeliveryError(problem, remedy, inner);
