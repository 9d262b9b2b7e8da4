using JobSwipe.Tools;

namespace JobSwipe.Releases.Images;

/// <summary>No image can be built on this machine, and the application cannot be delivered as a folder.</summary>
public sealed class NoContainerEngine() : DeliveryError(
    "There is no container engine: docker does not answer, and neither buildah nor podman can be used (they need root here).",
    "Run with --install-tools as root (installs buildah), or start Docker.");
