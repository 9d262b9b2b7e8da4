namespace Nuke.Common.Tooling;

/// <summary>Makes several options out of one: <c>_ => _.CombineWith(...)</c>.</summary>
public delegate IEnumerable<T> CombinatorialConfigure<T>(T options);
