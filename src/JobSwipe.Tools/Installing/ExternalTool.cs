namespace JobSwipe.Tools.Installing;

/// <summary>A program that the build needs from its machine, and the packages that bring it.</summary>
/// <param name="Name">The program's name.</param>
/// <param name="DebianPackage">The Debian package.</param>
/// <param name="HomebrewFormula">The Homebrew formula; null when Homebrew has none.</param>
/// <param name="Patterns">Folders beside PATH to look in; <c>*</c> stands for one folder, the highest version first.</param>
public sealed record ExternalTool(string Name, string DebianPackage, string? HomebrewFormula, params IReadOnlyList<string> Patterns)
{
    private static readonly string[] PostgresFolders =
        ["/usr/lib/postgresql/*/bin", "/opt/homebrew/opt/postgresql@*/bin", "/usr/local/opt/postgresql@*/bin"];

    /// <summary>PostgreSQL's server; its client programs come from the same folder.</summary>
    public static ExternalTool PostgresServer { get; } = new("initdb", "postgresql", "postgresql@17", PostgresFolders) { PathLast = true };

    /// <summary>Compresses backups.</summary>
    public static ExternalTool Zstd { get; } = new("zstd", "zstd", "zstd");

    /// <summary>Encrypts backups.</summary>
    public static ExternalTool Age { get; } = new("age", "age", "age");

    /// <summary>Makes age's keys; part of the same package.</summary>
    public static ExternalTool AgeKeygen { get; } = new("age-keygen", "age", "age");

    /// <summary>Builds and runs images without a daemon.</summary>
    public static ExternalTool Buildah { get; } = new("buildah", "buildah", null);

    /// <summary>Makes a base image where no registry can be reached.</summary>
    public static ExternalTool Debootstrap { get; } = new("debootstrap", "debootstrap", null, "/usr/sbin");

    /// <summary>The browser of the smoke test.</summary>
    public static ExternalTool Chromium { get; } = new("chromium", "chromium", "--cask chromium",
        "/Applications/Chromium.app/Contents/MacOS");

    /// <summary>Runs the checks of the GitHub workflows.</summary>
    public static ExternalTool Node { get; } = new("node", "nodejs", "node");

    /// <summary>Installs those checks.</summary>
    public static ExternalTool Npm { get; } = new("npm", "npm", "node");

    /// <summary>Scans Python code.</summary>
    public static ExternalTool Bandit { get; } = new("bandit", "bandit", "bandit");

    /// <summary>A registry to push images to, in tests.</summary>
    public static ExternalTool DockerRegistry { get; } = new("docker-registry", "docker-registry", null);

    /// <summary>Shares sessions among clients, in tests of what must not be shared.</summary>
    public static ExternalTool PgBouncer { get; } = new("pgbouncer", "pgbouncer", "pgbouncer", "/usr/sbin");

    /// <summary>Checks the scripts in the GitHub workflows.</summary>
    public static ExternalTool ShellCheck { get; } = new("shellcheck", "shellcheck", "shellcheck");

    /// <summary>Scrapes metrics and evaluates rules.</summary>
    public static ExternalTool Prometheus { get; } = new("prometheus", "prometheus", "prometheus");

    /// <summary>Checks rules and runs their unit tests; part of the same package.</summary>
    public static ExternalTool Promtool { get; } = new("promtool", "prometheus", "prometheus");

    /// <summary>Sends alerts to people.</summary>
    public static ExternalTool Alertmanager { get; } = new("prometheus-alertmanager", "prometheus-alertmanager", null);

    /// <summary>Tests where alerts go; part of the same package.</summary>
    public static ExternalTool Amtool { get; } = new("amtool", "prometheus-alertmanager", null);

    /// <summary>Exports a machine's metrics.</summary>
    public static ExternalTool NodeExporter { get; } = new("prometheus-node-exporter", "prometheus-node-exporter", "node_exporter");

    /// <summary>Exports PostgreSQL's metrics.</summary>
    public static ExternalTool PostgresExporter { get; } = new("prometheus-postgres-exporter", "prometheus-postgres-exporter", null);

    /// <summary>Asks services whether they answer.</summary>
    public static ExternalTool BlackboxExporter { get; } = new("prometheus-blackbox-exporter", "prometheus-blackbox-exporter", null);

    /// <summary>What the monitoring runs.</summary>
    public static IReadOnlyList<ExternalTool> Monitoring { get; } = [Prometheus, Promtool, Alertmanager, Amtool, NodeExporter, PostgresExporter, BlackboxExporter];

    /// <summary>Everything that the rehearsal and the tests use.</summary>
    public static IReadOnlyList<ExternalTool> All { get; } = [PostgresServer, Zstd, Age, AgeKeygen, Buildah, Debootstrap, Chromium, Node, Npm, Bandit, DockerRegistry, PgBouncer, ShellCheck, .. Monitoring];

    /// <summary>Whether PATH comes after the patterns: Debian keeps PostgreSQL's programs, all of one version, outside PATH.</summary>
    private bool PathLast { get; init; }

    /// <summary>Its path on this machine; null when it is not there.</summary>
    public string? Locate()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var known = Patterns.SelectMany(Expand);
        return (PathLast ? known.Concat(path) : path.Concat(known))
            .Select(folder => Path.Combine(folder, Name))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>Its path on this machine.</summary>
    /// <exception cref="ToolsMissing">It is not there.</exception>
    public string Require() => Locate() ?? throw new ToolsMissing([this]);

    private static IEnumerable<string> Expand(string pattern)
    {
        var star = pattern.IndexOf('*');
        if (star < 0) return [pattern];
        var parent = Path.GetDirectoryName(pattern[..star])!;
        var name = Path.GetFileName(pattern[..star]) + "*";
        var rest = pattern[(star + 1)..].TrimStart('/');
        return Directory.Exists(parent)
            ? Directory.GetDirectories(parent, name).OrderByDescending(Version).Select(folder => Path.Combine(folder, rest))
            : [];
    }

    private static int Version(string folder) =>
        int.TryParse(new string([.. Path.GetFileName(folder).Where(char.IsAsciiDigit)]), out var version) ? version : 0;
}
