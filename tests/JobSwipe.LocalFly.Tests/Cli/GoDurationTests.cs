using JobSwipe.LocalFly.Cli;

namespace JobSwipe.LocalFly.Tests.Cli;

public sealed class GoDurationTests
{
    [Theory]
    [InlineData("15s", 15)]
    [InlineData("1m30s", 90)]
    [InlineData("1h", 3600)]
    [InlineData("500ms", 0.5)]
    [InlineData("90", 90)]
    public void Reads_what_Go_reads(string text, double seconds) => GoDuration.Parse(text).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("soon")]
    [InlineData("-5s")]
    [InlineData("-5")]
    [InlineData("NaN")]
    [InlineData("")]
    public void Refuses_anything_else(string text) => GoDuration.Parse(text).ShouldBeNull();

    [Theory]
    [InlineData(15, "15s")]
    [InlineData(90, "1m30s")]
    [InlineData(3600, "1h0m0s")]
    [InlineData(0.5, "500ms")]
    [InlineData(0, "0s")]
    public void Writes_as_Go_does(double seconds, string text) => GoDuration.Format(TimeSpan.FromSeconds(seconds)).ShouldBe(text);
}
