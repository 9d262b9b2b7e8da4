using JobSwipe.LocalFly.Cli;

namespace JobSwipe.LocalFly.Tests.Cli;

/// <summary>flyctl: processes and release commands are split by google/shlex; there is no shell.</summary>
public sealed class ShellWordsTests
{
    [Theory]
    [InlineData("celery -A app  worker", "celery|-A|app|worker")]
    [InlineData("sh -c 'a && b'", "sh|-c|a && b")]
    [InlineData("say \"it's me\" \\\"x", "say|it's me|\"x")]
    [InlineData("a '' b", "a||b")]
    [InlineData("", "")]
    public void Splits(string command, string words) => string.Join('|', ShellWords.Split(command)).ShouldBe(words);

    [Fact]
    public void Refuses_an_open_quote() => Should.Throw<FlyError>(() => ShellWords.Split("sh -c 'x")).Message.ShouldContain("closing quote");
}
