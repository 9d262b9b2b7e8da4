using System.Diagnostics;
using JobSwipe.Migrations.Lint;
using JobSwipe.Migrations.Lint.Reports;

namespace JobSwipe.Migrations.Tests.Lint;

public sealed class RobustnessTests
{
    private static readonly string[] Splinters =
        ["'", "\"", "$$", "$a$", "/*", "*/", "--", "(", ")", "[", ";", ",", ".", "\r\n", "\0", "é", "🦀", "\ud83e", "::", "%I", "''", "E'\\", "U&\"", "BEGIN ATOMIC", "CASE", "END", "LOOP", "EXECUTE", "DO ", "1e+", "CONSTRAINT"];

    [Fact]
    public void Scripts_that_were_broken_in_any_way_neither_crash_nor_hang_it()
    {
        var sources = Page.All.SelectMany(page => page.Bad.Concat(page.Good)).Concat(SquawkTests.Read("kinds")).Concat(SquawkTests.Read("tricky")).Concat(SquawkTests.Read("safe"))
            .Select(script => script.Text).ToArray();
        var random = new Random(20261124);
        var longest = TimeSpan.Zero;
        for (var round = 0; round < 6000; round++)
        {
            var text = Break(sources[random.Next(sources.Length)], sources, random);
            var clock = Stopwatch.StartNew();
            try
            {
                MigrationLinter.Lint([new LintScript("a.sql", text)]).Findings
                    .ShouldAllBe(finding => finding.Line >= 1 && finding.Column >= 1 && (finding.EndLine > finding.Line || finding.EndColumn >= finding.Column));
            }
            catch (Exception exception) when (exception is not ShouldAssertException)
            {
                Assert.Fail($"round {round}: {exception}\n{text}");
            }
            if (clock.Elapsed > longest) longest = clock.Elapsed;
        }
        longest.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("SELECT 1;")]
    [InlineData("/*")]
    [InlineData("$a")]
    [InlineData("DO $$ BEGIN EXECUTE '")]
    [InlineData("ALTER TABLE t ADD a int, ")]
    [InlineData("CASE WHEN ")]
    public void Long_scripts_take_time_by_their_length(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 400_000 / piece.Length));
        var clock = Stopwatch.StartNew();

        MigrationLinter.Lint([new LintScript("a.sql", text)]).Write(LintFormat.Sarif);

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private static string Break(string text, string[] sources, Random random)
    {
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var at = random.Next(text.Length + 1);
            var length = random.Next(Math.Min(40, text.Length - at) + 1);
            var other = sources[random.Next(sources.Length)];
            text = random.Next(5) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Splinters[random.Next(Splinters.Length)]),
                2 => text[..at],
                3 => text.Insert(at, text.Substring(at, length)),
                _ => text[..at] + other[random.Next(other.Length)..],
            };
        }
        return text;
    }
}
