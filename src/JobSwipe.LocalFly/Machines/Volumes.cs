namespace JobSwipe.LocalFly.Machines;

/// <summary>An app's volumes: folders that outlive their machines. A machine gets one that nobody has, or a new one.</summary>
internal sealed class Volumes(string folder)
{
    private readonly Dictionary<string, string> _machines = [];
    private readonly Lock _lock = new();

    /// <summary>The folder of a machine's volume.</summary>
    public string Attach(string name, string machine)
    {
        lock (_lock)
        {
            var own = _machines.FirstOrDefault(known => known.Value == machine && Path.GetFileName(known.Key).StartsWith(name + "-", StringComparison.Ordinal)).Key;
            var free = own ?? Candidates(name).First(path => !_machines.ContainsKey(path));
            _machines[free] = machine;
            return Directory.CreateDirectory(free).FullName;
        }
    }

    public void Detach(string machine)
    {
        lock (_lock)
        {
            foreach (var path in _machines.Where(known => known.Value == machine).Select(known => known.Key).ToArray()) _machines.Remove(path);
        }
    }

    private IEnumerable<string> Candidates(string name) => Enumerable.Range(1, int.MaxValue).Select(number => Path.Combine(folder, $"{name}-{number}"));
}
