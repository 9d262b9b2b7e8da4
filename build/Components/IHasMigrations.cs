using Nuke.Common;
using Nuke.Common.IO;

namespace Components;

/// <summary>The migration scripts that a target works on.</summary>
interface IHasMigrations : IHasEnvironment
{
    [Parameter("Folder of the migration scripts; default are JobSwipe's own")]
    AbsolutePath Scripts => TryGetValue(() => Scripts);

    /// <summary>The folder, also of JobSwipe's own.</summary>
    AbsolutePath ScriptsFolder => Scripts ?? RootDirectory / "src" / "JobSwipe.Migrations" / "Scripts";
}
