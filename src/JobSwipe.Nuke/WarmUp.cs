using Nuke.Common.Execution;
using Nuke.Common.Parameters;
using Nuke.Common.Printing;

namespace JobSwipe.Nuke;

/// <summary>
/// Lets the second processor load and compile what every start needs a little later, while the first one loads the build's
/// class and reads its members. It decides nothing and keeps nothing: without it, a build is only slower by some milliseconds.
/// </summary>
public static class WarmUp
{
    private static int s_started;

    /// <summary>Begins, once, and returns at once.</summary>
    public static void Start()
    {
        if (Environment.ProcessorCount > 1 && Interlocked.Exchange(ref s_started, 1) == 0)
            new Thread(Run) { IsBackground = true }.Start();
    }

    // In the order in which they are needed.
    private static void Run()
    {
        using (new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(false), 4096))
            _ = new RoutingWriter(new BuildConsole(TextWriter.Null));
        _ = new ParameterSources(CommandLine.Parse(["a", "--b", "c"]), new EnvironmentValues(Environment.GetEnvironmentVariables())).FindBuiltIn("Profile");
        _ = ParametersFile.Read("""{"a":"b"}"""u8);
        _ = SummaryTable.Lines([new ExecutableTarget { Name = "a", Status = ExecutionStatus.Succeeded }], TimeSpan.Zero).Count();
    }
}
