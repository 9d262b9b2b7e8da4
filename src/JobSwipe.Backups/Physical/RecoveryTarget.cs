using System.Globalization;
using JobSwipe.Tools;

namespace JobSwipe.Backups.Physical;

/// <summary>The moment to restore: exactly one of a time, a position, or a named restore point (<c>pg_create_restore_point</c>).</summary>
public sealed record RecoveryTarget
{
    private RecoveryTarget() { }

    /// <summary>A time: everything committed until then, and nothing after.</summary>
    public DateTimeOffset? Time { get; private init; }

    /// <summary>A position in the WAL.</summary>
    public string? Position { get; private init; }

    /// <summary>A restore point's name.</summary>
    public string? Name { get; private init; }

    /// <summary>The newest moment: as far as the WAL goes.</summary>
    public static RecoveryTarget Newest { get; } = new();

    /// <summary>Reads what a person gave.</summary>
    /// <exception cref="DeliveryError">Not exactly one was given, or it cannot be read.</exception>
    public static RecoveryTarget Parse(string? time, string? position, string? name)
    {
        if (new[] { time, position, name }.Count(text => !string.IsNullOrEmpty(text)) != 1)
            throw new DeliveryError("A recovery needs exactly one moment.", "Give one of --time 2026-01-31T12:00:00Z, --lsn 0/3000148 or --name <restore point>.");
        if (!string.IsNullOrEmpty(position))
            return Lsn.Read(position) is { } lsn ? new RecoveryTarget { Position = Lsn.Write(lsn) } : throw new DeliveryError($"'{position}' is no position in the WAL.", "Write it like 0/3000148.");
        if (!string.IsNullOrEmpty(name))
            return name.Length < 64 && !name.Any(char.IsControl) && !name.Contains('\'') ? new RecoveryTarget { Name = name } : throw new DeliveryError($"'{name}' cannot be a restore point.", "A name has at most 63 characters and no quotes.");
        // A time without a zone would mean another moment on another machine.
        return time!.Length > 0 && (time.EndsWith('Z') || time.LastIndexOfAny(['+', '-']) > 9)
            && DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
                ? new RecoveryTarget { Time = moment.ToUniversalTime() }
                : throw new DeliveryError($"'{time}' is no time with a zone.", "Write it like 2026-01-31T12:00:00Z or 2026-01-31T13:00:00+01:00.");
    }

    /// <summary>As PostgreSQL's settings (documentation, 20.5.6); none means as far as the WAL goes.</summary>
    internal IEnumerable<string> ToSettings()
    {
        if (Time is { } time) yield return $"recovery_target_time = '{time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)}+00'";
        if (Position is not null) yield return $"recovery_target_lsn = '{Position}'";
        if (Name is not null) yield return $"recovery_target_name = '{Name}'";
        yield return "recovery_target_action = 'promote'";
    }

    /// <inheritdoc/>
    public override string ToString() => Time is { } time ? $"{time.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff} UTC" : Position ?? (Name is null ? "the newest moment" : $"'{Name}'");
}
