namespace JobSwipe.Tools.Processes;

/// <summary>A program could not be started.</summary>
public sealed class ToolMissing(string file, string why)
    : DeliveryError($"'{file}' cannot be started: {why}.", "Install it, or run the target with --install-tools.");
