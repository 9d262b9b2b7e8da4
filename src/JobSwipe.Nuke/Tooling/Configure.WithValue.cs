namespace Nuke.Common.Tooling;

/// <summary>Changes options by a value.</summary>
public delegate TOptions Configure<TOptions, TValue>(TOptions options, TValue value);
