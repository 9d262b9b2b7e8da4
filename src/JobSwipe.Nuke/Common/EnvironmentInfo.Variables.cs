using System.Collections;
using System.Collections.ObjectModel;
using Nuke.Common.Parameters;

namespace Nuke.Common;

public static partial class EnvironmentInfo
{
    /// <summary>All variables.</summary>
    public static ReadOnlyDictionary<string, string> Variables => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(x => (string)x.Key, x => (string)x.Value, IsWin ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal)
        .AsReadOnly();

    /// <summary>The folders of PATH.</summary>
    public static IReadOnlyCollection<string> Paths => (GetVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a variable is set.</summary>
    public static bool HasVariable(string name, bool ignoreEmpty = false) =>
        Environment.GetEnvironmentVariable(name) is { } value && !(ignoreEmpty && value.Length == 0);

    /// <summary>A variable, or null.</summary>
    public static string GetVariable(string name) => Environment.GetEnvironmentVariable(name);

    /// <summary>A variable as a value of the type, or its default.</summary>
    public static T GetVariable<T>(string name, char? separator = null) =>
        GetVariable(name) is { } text ? (T)ValueParser.Parse([text], typeof(T), separator?.ToString()) : default;

    /// <summary>Sets a variable for this build and what it starts.</summary>
    public static void SetVariable(string name, string value) => Environment.SetEnvironmentVariable(name, value);

    /// <summary>Sets a variable for this build and what it starts.</summary>
    public static void SetVariable<T>(string name, T value) => SetVariable(name, value?.ToString());

    /// <summary>Removes a variable.</summary>
    public static void RemoveVariable(string name) => SetVariable(name, (string)null);

    /// <summary>The text with <c>%NAME%</c> replaced by the variable of that name.</summary>
    public static string ExpandVariables(string value) => Environment.ExpandEnvironmentVariables(value);
}
