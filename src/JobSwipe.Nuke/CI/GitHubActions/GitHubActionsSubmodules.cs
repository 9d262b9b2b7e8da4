using Nuke.Common.Tooling;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>Which submodules are checked out.</summary>
public enum GitHubActionsSubmodules
{
    /// <summary><c>false</c>.</summary>
    [EnumValue("false")]
    False,

    /// <summary><c>true</c>.</summary>
    [EnumValue("true")]
    True,

    /// <summary><c>recursive</c>.</summary>
    [EnumValue("recursive")]
    Recursive
}
