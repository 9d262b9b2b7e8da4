using System.IO.Compression;
using Nuke.Common;

namespace JobSwipe.Nuke.Tests.Surface;

public class SurfaceTests
{
    [Fact]
    public void Has_no_public_member_that_NUKE_lacks()
    {
        // Arrange
        var nuke = NukeLines();

        // Act
        var extra = SurfaceText.Lines(typeof(NukeBuild).Assembly).Where(x => !IsIn(nuke, x)).ToList();

        // Assert
        extra.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("T Nuke.Common.NukeBuild = ")]
    [InlineData("M Nuke.Common.ITargetDefinition :: abstract Nuke.Common.ITargetDefinition AssuredAfterFailure()")]
    [InlineData("P Nuke.Common.NukeBuild :: static Nuke.Common.IO.AbsolutePath RootDirectory { get; }")]
    public void Reads_the_surface_in_the_form_of_the_list(string line)
    {
        var lines = SurfaceText.Lines(typeof(NukeBuild).Assembly).ToList();

        lines.ShouldContain(line);
        IsIn(NukeLines(), line).ShouldBeTrue();
    }

    // A property that NUKE can also set may be read only here.
    private static bool IsIn(HashSet<string> nuke, string line) =>
        nuke.Contains(line) || (line.EndsWith("{ get; }", StringComparison.Ordinal) && nuke.Contains(line.Replace("{ get; }", "{ get; set; }")));

    private static HashSet<string> NukeLines()
    {
        using var stream = typeof(SurfaceTests).Assembly.GetManifestResourceStream("nuke-10.1.0.txt.gz")!;
        using var reader = new StreamReader(new GZipStream(stream, CompressionMode.Decompress));

        // Kind and bases of a type may leave out what is not implemented.
        return reader.ReadToEnd().Split('\n').Select(x => x.StartsWith("T ", StringComparison.Ordinal) ? x[..(x.IndexOf('=') + 2)] : x).ToHashSet();
    }
}
