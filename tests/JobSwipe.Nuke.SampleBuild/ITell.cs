using System.Text;
using Nuke.Common;
using Nuke.Common.Tooling;
using Serilog;

/// <summary>Targets that print a secret in many ways.</summary>
internal interface ITell : INukeBuild
{
    [Parameter("A secret")]
    [Secret]
    string Password => TryGetValue(() => Password);

    Target Tell => _ => _
        .Requires(() => Password)
        .Executes(() =>
        {
            Log.Information("logged {Password}", Password);
            Console.WriteLine($"written {Password}");
            Console.Write("split " + Password[..4]);
            Console.WriteLine(Password[4..]);
            Log.Information("base64 {Text}", Convert.ToBase64String(Encoding.UTF8.GetBytes("user:" + Password)));
            Log.Information("url {Text}", Uri.EscapeDataString(Password));
            ProcessTasks.StartProcess("sh", "-c \"printf %.6s $SAMPLE_SECRET; sleep 0.1; echo $SAMPLE_SECRET | cut -c 7-\"", environmentVariables: WithPassword()).AssertZeroExitCode();
            ReportSummary(_ => new Dictionary<string, string> { ["Secret"] = Password });
            throw new InvalidOperationException($"thrown {Password}");
        });

    private Dictionary<string, string> WithPassword() => new()
    {
        ["PATH"] = Environment.GetEnvironmentVariable("PATH"),
        ["SAMPLE_SECRET"] = Password
    };
}
