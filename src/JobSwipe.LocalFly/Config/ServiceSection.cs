using JobSwipe.LocalFly.Api;

namespace JobSwipe.LocalFly.Config;

/// <summary>[http_service] or one of [[services]].</summary>
/// <param name="Service">What a machine gets.</param>
/// <param name="Processes">The groups that it is for; none for the default group.</param>
/// <param name="Checks">Its checks.</param>
internal sealed record ServiceSection(MachineService Service, IReadOnlyList<string> Processes, IReadOnlyList<HealthCheck> Checks)
{
    /// <summary>All services of a file, [http_service] first, as flyctl orders them.</summary>
    public static IReadOnlyList<ServiceSection> ReadAll(Section file)
    {
        var sections = new List<ServiceSection>();
        if (file.One("http_service") is { } http) sections.Add(Read(http, 0, "tcp", [new MachinePort(80, ["http"]), new MachinePort(443, ["http", "tls"])], "checks"));
        foreach (var service in file.Many("services"))
        {
            var ports = service.Many("ports").Select(port => new MachinePort(port.Number("port"), port.Texts("handlers"))).ToArray();
            sections.Add(Read(service, sections.Count, service.Text("protocol") ?? "tcp", ports, "http_checks"));
        }
        return sections;
    }

    private static ServiceSection Read(Section section, int index, string protocol, IReadOnlyList<MachinePort> ports, string httpChecks)
    {
        var internalPort = section.Number("internal_port") ?? 8080;
        var processes = section.Texts("processes");
        var http = section.Many(httpChecks);
        return new ServiceSection(new MachineService(protocol, internalPort, ports), processes,
        [
            .. http.Select((check, at) => HealthCheck.Read(check, Name("http", at), "http", internalPort, processes)),
            .. section.Many("tcp_checks").Select((check, at) => HealthCheck.Read(check, Name("tcp", http.Count + at), "tcp", internalPort, processes)),
        ]);

        // As Fly's logs show them; a second service's numbers go on from the first one's.
        string Name(string type, int at) => $"servicecheck-{index + at:00}-{type}-{internalPort}";
    }
}
