namespace JobSwipe.LocalFly.Cli;

/// <summary>Reads a command's words as pflag does (github.com/spf13/pflag).</summary>
internal static class FlagReader
{
    private static readonly string[] True = ["1", "t", "T", "TRUE", "true", "True"];
    private static readonly string[] False = ["0", "f", "F", "FALSE", "false", "False"];

    public static (IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, IReadOnlyList<string>> Flags) Read(ICommand command, IReadOnlyList<string> words)
    {
        var arguments = new List<string>();
        var flags = new Dictionary<string, IReadOnlyList<string>>();
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (word == "--")
            {
                arguments.AddRange(words.Skip(at + 1));
                break;
            }
            if (!word.StartsWith('-') || word == "-")
            {
                arguments.Add(word);
                continue;
            }
            var (name, value) = word.Split('=', 2) is [var before, var after] ? (before, after) : (word, null);
            var flag = Find([.. command.Flags, .. Flag.Common], name, word);
            if (flag.IsSwitch) value = Switch(name, value ?? "true");
            else value ??= ++at < words.Count ? words[at] : throw new FlyError($"flag needs an argument: {name}");
            flags[flag.Name] = [.. flags.GetValueOrDefault(flag.Name, []), value];
        }
        if (arguments.Count > command.MaxArguments)
            throw new FlyError(command.MaxArguments == 0
                ? $"unknown command \"{arguments[0]}\" for \"flyctl {command.Path}\""
                : $"accepts at most {command.MaxArguments} arg(s), received {arguments.Count}");
        return (arguments, flags);
    }

    private static Flag Find(Flag[] known, string name, string word)
    {
        if (!name.StartsWith("--", StringComparison.Ordinal))
            return Array.Find(known, flag => name.Length == 2 && flag.Short == name[1]) ?? throw new FlyError($"unknown shorthand flag: '{name[1]}' in {word}");
        return Array.Find(known, flag => flag.Name == name[2..])
            ?? throw new FlyError($"unknown flag: {name} (nearest: --{Nearest.To(name[2..], known.Select(flag => flag.Name))})");
    }

    private static string Switch(string name, string value) => True.Contains(value) ? "true" : False.Contains(value) ? "false"
        : throw new FlyError($"invalid argument \"{value}\" for \"{name}\" flag: strconv.ParseBool: parsing \"{value}\": invalid syntax");
}
