using Nuke.Common;

namespace Components;

/// <summary>What is made or looked for by a name.</summary>
interface IHasName : INukeBuild
{
    [Parameter("Name of the script to make, by what it does (add_phone_to_users), or of the restore point to restore")]
    string Name => TryGetValue(() => Name);
}
