namespace Nuke.Common;

/// <summary>A target that prepares a context; its <see cref="Cleanup"/> is triggered after it.</summary>
public delegate ITargetDefinition Setup(ITargetDefinition definition);
