using System.Text.RegularExpressions;

namespace JobSwipe.Monitoring.Tests.Runbooks;

/// <summary>What this build can be called with, from its sources and its schema; and which of its targets a test may run for real.</summary>
internal static partial class BuildCommands
{
    private static readonly string Schema = Repository.Read(".nuke", "build.schema.json");

    /// <summary>Those that run for real in this order: a backup is made before one is proved, a migration before it is taken back.</summary>
    public static IReadOnlyList<string> Executed { get; } =
    [
        "Migrate", "MigrateStatus", "MigrateVerify", "Backup", "BackupList", "BackupVerify", "RestoreDrill", "BackupStatus", "BaseBackup", "RestoreBackup", "MigrateUndo",
        "Lock", "Status", "Unlock", "Releases", "Promote", "Rollback", "Block", "Report", "MonitoringGenerate",
    ];

    /// <summary>Those of them that are run with <c>--dry-run</c>: they find the release, and print each check and command of its deployment.</summary>
    public static IReadOnlyList<string> Dry { get; } = ["Promote", "Rollback"];

    /// <summary>Those of which only the command line is read, checked and planned, and why.</summary>
    public static IReadOnlyDictionary<string, string> OnlyPlanned { get; } = new Dictionary<string, string>
    {
        ["DeployMonitoring"] = "the stand-in for flyctl makes no volumes of their own",
        ["DeployStaging"] = "builds an image; the rehearsal does it",
        ["DetectionDrill"] = "takes minutes; it has tests of its own",
        ["DisasterDrill"] = "takes an image and both cores; the end-to-end tests run it",
        ["GitleaksScan"] = "the scanner is not on every machine",
        ["MonitoringSilence"] = "needs an Alertmanager; LocalMonitoringTests has one",
        ["MonitoringTest"] = "has a test of its own",
        ["Rehearse"] = "takes minutes, and is the rehearsal",
        ["RestorePointInTime"] = "needs an archive of WAL; PointInTimeTests has one",
        ["SmokeTest"] = "needs a built release; the rehearsal does it",
        ["Trivy"] = "the scanner is not on every machine",
        ["WalArchive"] = "runs until it is stopped; PointInTimeTests does it",
    };

    public static bool HasParameter(string option) => Schema.Contains($"\"{string.Concat(option.TrimStart('-').Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}\"", StringComparison.OrdinalIgnoreCase);

    /// <summary>The options that a target cannot do without.</summary>
    public static IReadOnlyList<string> RequiredBy(string target) => Required.GetValueOrDefault(target, []);

    private static Dictionary<string, string[]> Required { get; } = Directory.GetFiles(Path.Combine(Repository.Root, "build", "Components"), "*.cs")
        .SelectMany(file => Target().Matches(File.ReadAllText(file)))
        // PromotedRelease is --release for whoever calls.
        .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["required"].Captures.Select(capture => capture.Value == "PromotedRelease" ? "--release" : "--" + Hump().Replace(capture.Value, "-$0").ToLowerInvariant()).ToArray());

    [GeneratedRegex(@"\bTarget (?<name>\w+) => _ => _\s+\.Description\(.*\)(\s+\.(Requires\(\(\) => (?<required>\w+)\)|\w+(<\w+>)?\(.*\)))*", RegexOptions.None)]
    private static partial Regex Target();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Hump();
}
