using Nuke.Common.Execution;

namespace Nuke.Common.Parameters;

/// <summary>
/// The arguments of the build: names of targets first, then <c>--name value...</c> or <c>--name=value</c>. A name may be
/// written with one or two dashes, in any case, with dashes between its words or without.
/// </summary>
internal sealed class CommandLine
{
    private readonly Dictionary<string, Option> _options = [];

    public List<string> Positional { get; } = [];

    public IEnumerable<Option> Options => _options.Values;

    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var line = new CommandLine();
        Option current = null;
        foreach (var argument in arguments)
        {
            if (!IsName(argument))
            {
                (current?.Values ?? line.Positional).Add(argument);
                continue;
            }

            var name = argument.TrimStart('-');
            var equals = name.IndexOf('=', StringComparison.Ordinal);
            var key = ParameterName.Normalize(equals < 0 ? name : name[..equals]);
            if (!line._options.TryGetValue(key, out current))
                line._options.Add(key, current = new Option(equals < 0 ? argument : argument[..^(name.Length - equals)]));
            current.Count++;
            if (equals >= 0)
                current.Values.Add(name[(equals + 1)..]);
        }

        return line;
    }

    public Option Find(string name) => _options.GetValueOrDefault(ParameterName.Normalize(name));

    // A negative number is a value.
    private static bool IsName(string argument) => argument.Length > 1 && argument[0] == '-' && !char.IsAsciiDigit(argument[1]) && argument[1] != '.';

    /// <summary>One named argument.</summary>
    internal sealed class Option(string written)
    {
        public string Written { get; } = written;

        public List<string> Values { get; } = [];

        public int Count { get; set; }
    }
}
