namespace Nuke.Common;

/// <summary>Defines a target: called once with the definition to fill.</summary>
public delegate ITargetDefinition Target(ITargetDefinition definition);
