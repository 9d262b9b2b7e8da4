using JobSwipe.Tools;
using Nuke.Common;
using Nuke.Common.IO;

namespace Components;

/// <summary>The migration scripts that a target works on.</summary>
interface IHasMigrations : IHasEnvironment
{
    [Parameter("Folder of the migration scripts; default are the application's")]
    AbsolutePath Scripts => TryGetValue(() => Scripts);

    /// <summary>The folder; null when the application brings no migrations.</summary>
    AbsolutePath ScriptsFolder => Scripts ?? (LoadApplication().Migrations is { } folder ? (AbsolutePath)folder : null);

    /// <summary>The folder, for a target that has nothing to do without one.</summary>
    AbsolutePath RequireScripts() => ScriptsFolder ?? throw new DeliveryError("The application brings no migrations/.", "Name the folder of the scripts: --scripts <folder>");
}
