namespace Nuke.Common.Printing;

/// <summary>Colours, only where a person looks and did not ask for none.</summary>
internal static class Style
{
    public static bool IsColored { get; set; } =
        !Console.IsOutputRedirected &&
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) &&
        Environment.GetEnvironmentVariable("TERM") != "dumb";

    public static string Bold(string text) => Wrap(text, "1");

    public static string Dim(string text) => Wrap(text, "2");

    public static string Red(string text) => Wrap(text, "31");

    public static string Green(string text) => Wrap(text, "32");

    public static string Yellow(string text) => Wrap(text, "33");

    public static string Cyan(string text) => Wrap(text, "36");

    private static string Wrap(string text, string code) =>
        IsColored && text.Length > 0 ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
