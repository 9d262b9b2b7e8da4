using Nuke.Common.Utilities;

namespace Nuke.Common.Printing;

/// <summary>A heading above the lines of a target.</summary>
internal static class TextBlock
{
    public static IDisposable Open(string text)
    {
        BuildConsole.Shared.Line(Style.Cyan(Style.Bold($"── {text}")));
        return DelegateDisposable.CreateBracket(cleanup: () => BuildConsole.Shared.Line());
    }
}
