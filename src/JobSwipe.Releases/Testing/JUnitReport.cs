using System.Globalization;
using System.Xml.Linq;
using JobSwipe.Tools.Testing;

namespace JobSwipe.Releases.Testing;

/// <summary>A JUnit report as pytest writes it (family xunit2).</summary>
/// <param name="Counts">How many passed, failed, were skipped.</param>
/// <param name="Failures">Name and first line of each failure.</param>
public sealed record JUnitReport(TestCounts Counts, IReadOnlyList<string> Failures)
{
    /// <summary>Reads one.</summary>
    public static JUnitReport Read(string file)
    {
        var cases = XDocument.Load(file).Descendants("testcase").Select(test => (Test: test, Wrong: test.Element("failure") ?? test.Element("error"))).ToArray();
        var failed = cases.Where(pair => pair.Wrong is not null).ToArray();
        var skipped = cases.Count(pair => pair.Wrong is null && pair.Test.Element("skipped") is not null);
        return new JUnitReport(new TestCounts(cases.Length - failed.Length - skipped, failed.Length, skipped),
            [.. failed.Select(pair => $"{pair.Test.Attribute("classname")?.Value}.{pair.Test.Attribute("name")?.Value}: {pair.Wrong!.Attribute("message")?.Value.Split('\n')[0]}")]);
    }

    /// <summary>The share of covered lines, 0 to 1, from a Cobertura report.</summary>
    public static double LineCoverage(string file) => double.Parse(XDocument.Load(file).Root!.Attribute("line-rate")!.Value, CultureInfo.InvariantCulture);
}
