using Nuke.Common.Parameters;
using Nuke.Common.Printing;

namespace Nuke.Common.Execution;

/// <summary>
/// Lets the second processor load and compile what every start needs a little later, while the first one reads the build's
/// members. It decides nothing and keeps nothing: without it, a build is only slower by some milliseconds.
/// </summary>
internal static class WarmUp
{
    public static void Start()
    {
        if (Environment.ProcessorCount > 1)
            new Thread(Run) { IsBackground = true }.Start();
    }

    private static void Run()
    {
        _ = ParametersFile.Read("""{"a":"b"}"""u8);
        _ = SummaryTable.Lines([new ExecutableTarget { Name = "a", Status = ExecutionStatus.Succeeded }], TimeSpan.Zero).Count();
    }
}
