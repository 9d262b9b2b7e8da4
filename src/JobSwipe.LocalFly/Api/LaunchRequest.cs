namespace JobSwipe.LocalFly.Api;

/// <summary>A new machine.</summary>
internal sealed record LaunchRequest(MachineConfig Config, string Region, bool Cordoned);
