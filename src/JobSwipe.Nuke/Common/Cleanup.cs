namespace Nuke.Common;

/// <summary>A target that undoes what a <see cref="Setup"/> prepared; it runs also after a failure.</summary>
public delegate ITargetDefinition Cleanup(ITargetDefinition definition);
