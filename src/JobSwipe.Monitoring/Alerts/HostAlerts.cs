using JobSwipe.Monitoring.Catalogue;
using JobSwipe.Monitoring.Configuration;
using JobSwipe.Monitoring.Expressions;

namespace JobSwipe.Monitoring.Alerts;

/// <summary>The machines, ours and Fly's.</summary>
internal static class HostAlerts
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly Runbook Disk = new("A file system is nearly full.", "At 100 % PostgreSQL stops, Prometheus loses samples, backups fail.",
        ["`./build.sh BackupStatus` tells whether WAL is kept for an archiver that does not run.", "`du -xh / | sort -h | tail` on the machine."],
        ["Make room: old logs, old WAL once it is archived (`./build.sh WalArchive`).", "`flyctl volumes extend <volume> --size 20 --app jobswipe-db` makes a volume larger; it cannot be made smaller."], "A volume cannot be made smaller; copy to a new one when the room is not needed any more.");

    public static IEnumerable<Alert> All(Pace pace)
    {
        LabelMatch[] real = [Label.FileSystemType.MatchesNot("squashfs|overlay|ramfs|proc|sysfs")];
        var free = NodeMetrics.DiskAvailable.Where(real).Now / NodeMetrics.DiskSize.Where(real).Now;
        yield return new Alert
        {
            Name = "DiskFull",
            Severity = Severity.Critical, Tier = Tier.Host, Subject = "disk", IsSudden = true,
            When = free < 0.05,
            For = pace.Cause,
            Summary = "A disk is full.",
            Description = "{{ $value | humanizePercentage }} of {{ $labels.mountpoint }} is free.",
            Runbook = Disk,
            Firing = Scenario.Of((Available, "3x20"), (Size, "100x20")).Fires("3% of /data is free.", ("mountpoint", "/data"), ("device", "vdb"), ("fstype", "ext4")),
            Quiet = Scenario.Of((Available, "6x20"), (Size, "100x20")),
        };
        yield return new Alert
        {
            Name = "DiskFilling",
            Severity = Severity.Warning, Tier = Tier.Host, Subject = "disk",
            When = (free < 0.15).Or((NodeMetrics.DiskAvailable.Where(real).Predict(pace.Window(TimeSpan.FromHours(6)), TimeSpan.FromDays(1)) < 0).And(free < 0.4)),
            For = pace.Patience(Minute * 10),
            Summary = "A disk fills.",
            Description = "{{ $labels.mountpoint }} is nearly full, or will be within a day.",
            Runbook = Disk,
            Firing = Scenario.Of((Available, "12x60"), (Size, "100x60")).After(Minute * 20).Fires("/data is nearly full, or will be within a day.", ("mountpoint", "/data"), ("device", "vdb"), ("fstype", "ext4")),
            Quiet = Scenario.Of((Available, "30x60"), (Size, "100x60")).After(Minute * 20),
        };
        yield return new Alert
        {
            Name = "HostMemoryLow",
            Severity = Severity.Warning, Tier = Tier.Host, Subject = "host-memory",
            When = NodeMetrics.MemoryAvailable.Now / NodeMetrics.MemoryTotal.Now < 0.08,
            For = pace.Patience(Minute * 5),
            Summary = "A machine is about to run out of memory.",
            Description = "{{ $value | humanizePercentage }} of the memory of {{ $labels.instance }} can be had.",
            Runbook = new("Less than 8 % of the machine's memory can be had without swapping.", "The kernel will kill the largest process, which is the database or the service.",
                ["`ps aux --sort -rss | head` on the machine."], ["Restart what leaks; `flyctl scale memory 1024 --app jobswipe` when it is load."], Runbook.ToFormerRelease),
            Firing = Scenario.Of((NodeMetrics.MemoryAvailable.Where(Label.Instance.Is("n:9100")), "5x20"), (NodeMetrics.MemoryTotal.Where(Label.Instance.Is("n:9100")), "100x20")).Fires("5% of the memory of n:9100 can be had.", ("instance", "n:9100")),
            Quiet = Scenario.Of((NodeMetrics.MemoryAvailable.Where(Label.Instance.Is("n:9100")), "10x20"), (NodeMetrics.MemoryTotal.Where(Label.Instance.Is("n:9100")), "100x20")),
        };
        yield return new Alert
        {
            Name = "HostSaturated",
            Severity = Severity.Warning, Tier = Tier.Host, Subject = "cpu",
            When = (Expr)1 - NodeMetrics.CpuSeconds.Where(Label.Mode.Is("idle")).Rate(pace.Window(Minute * 5)).AverageBy(Label.Instance) > 0.95,
            For = pace.Patience(Minute * 15),
            Summary = "A machine's processors are busy all the time.",
            Description = "{{ $labels.instance }} is {{ $value | humanizePercentage }} busy.",
            Runbook = new("The processors have been more than 95 % busy for a quarter of an hour.", "Everything on the machine is slow.",
                ["`top -b -n 1 | head -20` on the machine names the process."], ["Stop what is not needed; otherwise more machines: `flyctl scale count 4 --app jobswipe --yes`."], Runbook.ToFormerRelease),
            Firing = Scenario.Of((Idle, "0+1.2x40")).After(Minute * 30).Fires("n:9100 is 98% busy.", ("instance", "n:9100")),
            Quiet = Scenario.Of((Idle, "0+12x40")).After(Minute * 30),
        };
        yield return new Alert
        {
            Name = "ClockSkewed",
            Severity = Severity.Warning, Tier = Tier.Host, Subject = "clock",
            When = (Expr.Time - NodeMetrics.Clock.Now).Absolute() > Math.Max(30, 2 * pace.Scrape.TotalSeconds),
            For = pace.Patience(Minute * 2),
            Summary = "A machine's clock is wrong.",
            Description = "The clock of {{ $labels.instance }} and Prometheus' differ by {{ $value | humanizeDuration }}.",
            Runbook = new("Two machines disagree about the time by more than a scrape can explain.", "Ages are wrong: backups look fresh or missed, tokens expire early.",
                ["`date -u` on both machines tells which is wrong.", "By hand on the machine: timedatectl tells whether the clock is set by NTP."], ["By hand on the machine: restart the service chrony or systemd-timesyncd; on Fly restart the machine."], Runbook.NothingToTakeBack),
            Firing = Scenario.Of((NodeMetrics.Clock.Where(Label.Instance.Is("n:9100")), "120+60x20")).Fires("The clock of n:9100 and Prometheus' differ by 2m 0s.", ("instance", "n:9100")),
            Quiet = Scenario.Of((NodeMetrics.Clock.Where(Label.Instance.Is("n:9100")), "10+60x20")),
        };
        yield return new Alert
        {
            Name = "FlyMachineDown",
            Severity = Severity.Warning, Tier = Tier.Host, Subject = "fly-machine",
            When = FlyMetrics.Up.Where(Label.App.Matches("jobswipe.*")).Now.Equal(0),
            For = pace.Patience(Minute * 2),
            Summary = "A machine on Fly is down.",
            Description = "A machine of {{ $labels.app }} in {{ $labels.region }} is down.",
            Runbook = new("Fly says that a machine does not run.", "The others carry its load; with none left nobody is served.",
                ["`flyctl machine list --app jobswipe` names it.", "https://status.flyio.net tells of hosts that are lost."], ["`flyctl machine start <id> --app jobswipe`; on a lost host make another: `flyctl scale count 2 --app jobswipe --yes`."], Runbook.NothingToTakeBack),
            Firing = Scenario.Of((FlyMetrics.Up.Where(Label.App.Is("jobswipe"), Label.Region.Is("iad")), "0x20")).Fires("A machine of jobswipe in iad is down.", ("app", "jobswipe"), ("region", "iad")),
            Quiet = Scenario.Of((FlyMetrics.Up.Where(Label.App.Is("jobswipe"), Label.Region.Is("iad")), "1x20")),
        };
        yield return new Alert
        {
            Name = "FlyOutOfMemory",
            Severity = Severity.Warning, Tier = Tier.Host, Subject = "fly-memory",
            When = FlyMetrics.ExitOutOfMemory.Where(Label.App.Matches("jobswipe.*")).MaxOver(pace.Window(Minute * 10)) > 0,
            For = pace.Cause,
            Summary = "The kernel killed a process for its memory.",
            Description = "A machine of {{ $labels.app }} in {{ $labels.region }} ran out of memory.",
            Runbook = new("A process used more memory than its machine has.", "Its requests were lost; it was started again.",
                ["The panel \"Memory\" of the dashboard \"Infrastructure\"."], ["`flyctl scale memory 1024 --app jobswipe` and the same in fly.toml; when it came with a release, roll back."], Runbook.ToFormerRelease),
            Firing = Scenario.Of((FlyMetrics.ExitOutOfMemory.Where(Label.App.Is("jobswipe"), Label.Region.Is("iad")), "0 0 0 0 1 1 0x20")).Fires("A machine of jobswipe in iad ran out of memory.", ("app", "jobswipe"), ("region", "iad")),
            Quiet = Scenario.Of((FlyMetrics.ExitOutOfMemory.Where(Label.App.Is("jobswipe"), Label.Region.Is("iad")), "0x20")),
        };
        yield return new Alert
        {
            Name = "FlyVolumeFilling",
            Severity = Severity.Warning, Tier = Tier.Host, Subject = "fly-volume",
            When = FlyMetrics.VolumeUsed.Where(Label.App.Matches("jobswipe.*")).Now > 80,
            For = pace.Patience(Minute * 10),
            Summary = "A volume on Fly fills.",
            Description = "{{ printf \"%.0f\" $value }}% of a volume of {{ $labels.app }} are in use.",
            Runbook = Disk,
            Firing = Scenario.Of((FlyMetrics.VolumeUsed.Where(Label.App.Is("jobswipe-prometheus")), "91x30")).After(Minute * 20).Fires("91% of a volume of jobswipe-prometheus are in use.", ("app", "jobswipe-prometheus")),
            Quiet = Scenario.Of((FlyMetrics.VolumeUsed.Where(Label.App.Is("jobswipe-prometheus")), "0.91x30")).After(Minute * 20),
        };
        yield return new Alert
        {
            Name = "EdgeErrorsHigh",
            Severity = Severity.Critical, Tier = Tier.Service, Subject = "edge-errors", IsSudden = true,
            When = FlyMetrics.EdgeResponses.Where(Label.App.Is("jobswipe"), Label.Status.Matches("5..")).Rate(pace.Window(Minute)).Sum() / FlyMetrics.EdgeResponses.Where(Label.App.Is("jobswipe")).Rate(pace.Window(Minute)).Sum() > 0.05,
            For = pace.Symptom,
            Fills = TimeSpan.FromSeconds(6),
            Summary = "Fly's edge answers with errors.",
            Description = "{{ $value | humanizePercentage }} of the answers at the edge were 5xx.",
            Runbook = new("People get errors at Fly's edge; the service itself may count none, since it never saw the requests.", "That share of people sees an error page.",
                ["`ServiceDown` or `ErrorsHigh` beside this: the service is the cause.", "`./build.sh Status` shows whether machines serve."], ["Without machines in service: `flyctl machine start <id> --app jobswipe`.", "Otherwise as `ErrorsHigh`."], Runbook.ToFormerRelease),
            Firing = Scenario.Of((Edge("200"), "0+80x60"), (Edge("502"), "0+20x60")).AtEveryScrape().Fires("20% of the answers at the edge were 5xx."),
            Quiet = Scenario.Of((Edge("200"), "0+98x60"), (Edge("502"), "0+2x60")).AtEveryScrape(),
        };
    }

    private static GaugeSeries Available => NodeMetrics.DiskAvailable.Where(Label.MountPoint.Is("/data"), Label.Device.Is("vdb"), Label.FileSystemType.Is("ext4"));

    private static GaugeSeries Size => NodeMetrics.DiskSize.Where(Label.MountPoint.Is("/data"), Label.Device.Is("vdb"), Label.FileSystemType.Is("ext4"));

    private static CounterSeries Idle => NodeMetrics.CpuSeconds.Where(Label.Instance.Is("n:9100"), Label.Cpu.Is("0"), Label.Mode.Is("idle"));

    private static CounterSeries Edge(string status) => FlyMetrics.EdgeResponses.Where(Label.App.Is("jobswipe"), Label.Status.Is(status));
}
