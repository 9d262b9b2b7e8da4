using JobSwipe.Reference.Faults;
using JobSwipe.Reference.Hosting;

namespace JobSwipe.Reference.Tests.Faults;

public class FaultTests
{
    [Fact]
    public void Nothing_given_is_no_fault() => Fault.Parse(null).Kind.ShouldBe(FaultKind.None);

    [Fact]
    public void Reads_every_form()
    {
        Fault.Parse("fail-on-start").Kind.ShouldBe(FaultKind.FailOnStart);
        Fault.Parse("error-500").ShouldBe(new Fault { Kind = FaultKind.Error });
        Fault.Parse("error-500:/api").ShouldBe(new Fault { Kind = FaultKind.Error, Prefix = "/api" });
        Fault.Parse("error-500:2.5%").ShouldBe(new Fault { Kind = FaultKind.Error, Percent = 2.5 });
        Fault.Parse("slow:750ms").ShouldBe(new Fault { Kind = FaultKind.Slow, Delay = TimeSpan.FromMilliseconds(750) });
        Fault.Parse("hang").Kind.ShouldBe(FaultKind.Hang);
        Fault.Parse("leak").Kind.ShouldBe(FaultKind.Leak);
    }

    [Theory]
    [InlineData("explode")]
    [InlineData("error-500:")]
    [InlineData("error-500:often")]
    [InlineData("error-500:0%")]
    [InlineData("error-500:101%")]
    [InlineData("slow")]
    [InlineData("slow:750")]
    [InlineData("slow:-1ms")]
    [InlineData("hang:/api")]
    [InlineData("FAIL-ON-START")]
    public void Anything_else_is_an_error_that_lists_the_forms(string text) =>
        Should.Throw<SettingInvalid>(() => Fault.Parse(text)).Message.ShouldContain(Fault.Forms);
}
