namespace Nuke.Common.Tooling;

/// <summary>Changes options: <c>_ => _.SetSomething(...)</c>.</summary>
public delegate T Configure<T>(T options);
