using JobSwipe.Reference.Hosting;
using Npgsql;

namespace JobSwipe.Reference.Tests.Hosting;

public class DatabaseUrlTests
{
    [Theory]
    [InlineData("postgres://ada:s%40cret@db.internal:6543/jobs")]
    [InlineData("postgresql://ada:s%40cret@db.internal:6543/jobs")]
    [InlineData("postgresql+asyncpg://ada:s%40cret@db.internal:6543/jobs")]
    [InlineData("postgresql+psycopg2://ada:s%40cret@db.internal:6543/jobs?application_name=x")]
    public void Reads_every_usual_scheme(string url)
    {
        var parts = Parse(url);
        (parts.Host, parts.Port, parts.Username, parts.Password, parts.Database).ShouldBe(("db.internal", 6543, "ada", "s@cret", "jobs"));
    }

    [Fact]
    public void Takes_the_folder_of_a_Unix_socket_from_the_query() =>
        Parse("postgresql://ada@/jobs?host=%2Fvar%2Frun%2Fpostgresql").Host.ShouldBe("/var/run/postgresql");

    [Fact]
    public void Takes_the_socket_over_the_host_and_the_port_in_the_socket_s_name()
    {
        var parts = Parse("postgresql://ada@localhost:6000/jobs?host=/tmp/socket");
        (parts.Host, parts.Port).ShouldBe(("/tmp/socket", 6000));
    }

    [Theory]
    [InlineData("disable", SslMode.Disable)]
    [InlineData("require", SslMode.Require)]
    [InlineData("verify-full", SslMode.VerifyFull)]
    public void Understands_sslmode(string mode, SslMode expected) => Parse($"postgres://a:b@h/d?sslmode={mode}").SslMode.ShouldBe(expected);

    [Fact]
    public void Uses_port_5432_when_none_is_given() => Parse("postgres://a:b@h/d").Port.ShouldBe(5432);

    [Theory]
    [InlineData("not a url", "it is not a URL")]
    [InlineData("mysql://a:hush@h/d", "its scheme is 'mysql'")]
    [InlineData("postgres://a:hush@h", "names no database")]
    [InlineData("postgres://h/d", "names no user")]
    [InlineData("postgres://a:hush@h/d?sslmode=perhaps", "sslmode 'perhaps' is not known")]
    public void Says_what_is_wrong_and_never_repeats_the_URL(string url, string why)
    {
        var message = Should.Throw<SettingInvalid>(() => DatabaseUrl.Parse(url)).Message;
        message.ShouldContain(why);
        message.ShouldNotContain("hush");
    }

    private static NpgsqlConnectionStringBuilder Parse(string url) => new(DatabaseUrl.Parse(url).ConnectionString);
}
