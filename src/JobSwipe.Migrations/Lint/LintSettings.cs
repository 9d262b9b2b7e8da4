using System.Text.Json;
using JobSwipe.Tools;

namespace JobSwipe.Migrations.Lint;

/// <summary>How strictly scripts are read: <c>migration-lint.json</c> beside them, or what it would say.</summary>
public sealed record LintSettings
{
    /// <summary>The file's name.</summary>
    public const string FileName = "migration-lint.json";

    /// <summary>Severities that differ from the rules' own, by rule.</summary>
    public IReadOnlyDictionary<string, LintSeverity> Rules { get; init; } = new Dictionary<string, LintSeverity>();

    /// <summary>Whether the runner puts each script into a transaction, as this one does without <c>-- transaction: none</c>.</summary>
    public bool RunnerTransaction { get; init; } = true;

    /// <summary>Whether the runner sets lock_timeout and statement_timeout, as this one does.</summary>
    public bool RunnerTimeouts { get; init; } = true;

    /// <summary>Up to how many rows a table is so small that reading or indexing it under a lock is no matter. Needs a database.</summary>
    public long SmallTable { get; init; } = 1000;

    /// <summary>The settings of a folder of scripts; the defaults when it has none.</summary>
    /// <exception cref="LintSettingsInvalid">The file is not understood.</exception>
    public static LintSettings Load(string? folder)
    {
        if (folder is null) return new LintSettings();
        var file = Path.Combine(folder, FileName);
        return File.Exists(file) ? Parse(File.ReadAllText(file), file) : new LintSettings();
    }

    /// <summary>Reads <c>{ "rules": { "ban-char-field": "off" }, "runnerTransaction": true, "runnerTimeouts": true, "smallTable": 1000 }</c>.</summary>
    /// <exception cref="LintSettingsInvalid">It is no JSON, a key is unknown, or a value is none that it can have.</exception>
    public static LintSettings Parse(string json, string file = FileName)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var settings = new LintSettings();
            foreach (var entry in document.RootElement.EnumerateObject())
            {
                settings = entry.Name switch
                {
                    "rules" => settings with { Rules = ReadRules(entry.Value, file) },
                    "runnerTransaction" => settings with { RunnerTransaction = entry.Value.GetBoolean() },
                    "runnerTimeouts" => settings with { RunnerTimeouts = entry.Value.GetBoolean() },
                    "smallTable" => settings with { SmallTable = entry.Value.GetInt64() },
                    _ => throw Unknown(file, "key", entry.Name, ["rules", "runnerTransaction", "runnerTimeouts", "smallTable"]),
                };
            }
            return settings;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw new LintSettingsInvalid(file, exception.Message, "Correct it; the README of JobSwipe.Migrations lists what it may hold.");
        }
    }

    private static Dictionary<string, LintSeverity> ReadRules(JsonElement rules, string file)
    {
        var severities = new Dictionary<string, LintSeverity>();
        foreach (var rule in rules.EnumerateObject())
        {
            if (LintRules.Find(rule.Name) is null) throw Unknown(file, "rule", rule.Name, LintRules.All.Select(known => known.Name));
            var value = rule.Value.GetString() ?? "";
            var names = Enum.GetNames<LintSeverity>().Select(name => name.ToLowerInvariant()).ToArray();
            if (!names.Contains(value)) throw Unknown(file, "severity", value, names);
            severities[rule.Name] = Enum.Parse<LintSeverity>(value, ignoreCase: true);
        }
        return severities;
    }

    private static LintSettingsInvalid Unknown(string file, string what, string name, IEnumerable<string> known) =>
        new(file, $"there is no {what} '{name}'", $"Did you mean '{Nearest.To(name, known)}'?");
}
