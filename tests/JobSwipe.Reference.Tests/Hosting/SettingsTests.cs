using JobSwipe.Reference.Hosting;

namespace JobSwipe.Reference.Tests.Hosting;

public class SettingsTests
{
    private readonly Dictionary<string, string?> _variables = new()
    {
        ["DATABASE_URL"] = "postgres://a:b@h/d",
        ["SECRET_KEY"] = "0123456789abcdef",
    };

    [Fact]
    public void Listens_on_loopback_and_8080_unless_told_otherwise()
    {
        var settings = Read();
        (settings.BindAddress.ToString(), settings.Port).ShouldBe(("127.0.0.1", 8080));
    }

    [Theory]
    [InlineData("DATABASE_URL", null)]
    [InlineData("SECRET_KEY", null)]
    [InlineData("SECRET_KEY", "short")]
    [InlineData("PORT", "eighty")]
    [InlineData("PORT", "70000")]
    [InlineData("BIND_ADDRESS", "everywhere")]
    [InlineData("JOBSWIPE_FAULT", "explode")]
    public void Names_the_variable_that_cannot_be_used(string name, string? value)
    {
        _variables[name] = value;
        Should.Throw<SettingInvalid>(Read).Message.ShouldStartWith($"The environment variable {name} cannot be used");
    }

    private Settings Read() => Settings.Read(name => _variables.GetValueOrDefault(name));
}
