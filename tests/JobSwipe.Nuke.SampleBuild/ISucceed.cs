using Nuke.Common;
using Serilog;

/// <summary>Targets that do nothing wrong.</summary>
internal interface ISucceed : INukeBuild
{
    [Parameter("Whom to greet")]
    string Name => TryGetValue(() => Name);

    Target Greet => _ => _
        .Executes(() => Log.Information("Hello, {Name}", Name ?? "nobody"));

    Target Praise => _ => _.Requires(() => Name).Executes(() => Log.Information("Well done, {Name}", Name));

    Target Nothing => _ => _
        .Description("Does nothing")
        .Executes(() => { });

    Target First => _ => _
        .Description("Comes first")
        .Executes(() => Log.Information("first {Value}", "here"));

    Target Succeed => _ => _
        .Description("Succeeds after the first")
        .DependsOn(First)
        .Executes(() =>
        {
            Log.Information("second");
            ReportSummary(_ => new Dictionary<string, string> { ["Files"] = "1" });
        });

    Target Together => _ => _.DependsOn(First, Succeed);

    Target Slow1 => _ => _.Unlisted().Executes(() => Say("slow1"));

    Target Slow2 => _ => _.Unlisted().Executes(() => Say("slow2"));

    Target BothSlow => _ => _.DependsOn(Slow1, Slow2);

    private static void Say(string name)
    {
        for (var i = 0; i < 5; i++)
        {
            Log.Information("{Name} line {Number}", name, i);
            Thread.Sleep(20);
        }
    }
}
