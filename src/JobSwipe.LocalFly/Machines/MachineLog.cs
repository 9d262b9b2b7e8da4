using System.Globalization;
using JobSwipe.LocalFly.Api;

namespace JobSwipe.LocalFly.Machines;

/// <summary>What a machine's program printed: a file a machine, and the one before when it grew too long.</summary>
internal sealed class MachineLog(string folder, string app, string machine)
{
    private const long LongestFile = 2_000_000;
    private const int MostFiles = 100;
    private readonly string _file = Path.Combine(folder, $"{app}-{machine}.log");
    private readonly Lock _lock = new();
    private StreamWriter? _writer;

    public void Write(string line)
    {
        lock (_lock)
        {
            _writer ??= Open();
            _writer.WriteLine($"{DateTimeOffset.UtcNow:O} {line}");
            if (_writer.BaseStream.Position < LongestFile) return;
            _writer.Dispose();
            File.Move(_file, _file + ".1", overwrite: true);
            _writer = Open();
        }
    }

    public void Close()
    {
        lock (_lock)
        {
            _writer?.Dispose();
            _writer = null;
        }
    }

    /// <summary>The lines of an app's machines in the order of time, also of those that are gone.</summary>
    public static IEnumerable<LogLine> Read(string folder, string app)
    {
        if (!Directory.Exists(folder)) return [];
        return Directory.EnumerateFiles(folder, $"{app}-*.log*").Where(file => Instance(file, app).All(char.IsAsciiHexDigit))
            .SelectMany(file => Lines(file).Select(line => line.Split(' ', 2)).Where(parts => parts.Length == 2)
                .Select(parts => (Good: DateTimeOffset.TryParse(parts[0], CultureInfo.InvariantCulture, out var time), Line: new LogLine(time, Instance(file, app), parts[1]))))
            .Where(read => read.Good).Select(read => read.Line).OrderBy(line => line.Timestamp);
    }

    /// <summary>Removes the oldest files of all apps.</summary>
    public static void Prune(string folder)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var file in new DirectoryInfo(folder).GetFiles("*.log*").OrderByDescending(file => file.LastWriteTimeUtc).Skip(MostFiles)) file.Delete();
    }

    private StreamWriter Open()
    {
        Directory.CreateDirectory(folder);
        return new StreamWriter(new FileStream(_file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)) { AutoFlush = true };
    }

    private static string[] Lines(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Instance(string file, string app) => Path.GetFileName(file)[(app.Length + 1)..].Split('.')[0];
}
