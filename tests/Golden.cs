using System.Runtime.CompilerServices;

/// <summary>Files beside the tests that hold what must come out. <c>ACCEPT=1 ./build.sh Test</c> writes them anew, to be looked at in the diff.</summary>
internal static class Golden
{
    /// <summary>Compares a text with the file of this name beside the test.</summary>
    public static void ShouldMatch(string text, string name, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, name);
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1") File.WriteAllText(path, text);
        File.Exists(path).ShouldBeTrue($"{path} is missing; ACCEPT=1 writes it");
        text.ShouldBe(File.ReadAllText(path), $"{path} is not what comes out; ACCEPT=1 writes it anew");
    }
}
