using JobSwipe.Tools.Postgres;

namespace JobSwipe.Tools.Tests;

public sealed class DatabaseUrlTests
{
    [Theory]
    [InlineData("postgresql://u:p@db.example.com:6432/jobs", "db.example.com", 6432, "jobs", "p")]
    [InlineData("postgres://u@db.example.com/jobs", "db.example.com", 5432, "jobs", null)]
    [InlineData("postgresql+psycopg://u:p%40ss%2Fword@[::1]:5433/jobs?sslmode=require", "::1", 5433, "jobs", "p@ss/word")]
    [InlineData("postgresql://u:p@localhost:5433/jobs?host=%2Ftmp%2Fsocket", "/tmp/socket", 5433, "jobs", "p")]
    public void Reads_what_applications_write(string text, string host, int port, string database, string? password)
    {
        var url = DatabaseUrl.Parse(text);

        (url.Host, url.Port, url.Database, url.User, url.Password).ShouldBe((host, port, database, "u", password));
    }

    [Theory]
    [InlineData("mysql://u:secret@h/d", "scheme")]
    [InlineData("postgresql://u:secret@h", "no database")]
    [InlineData("postgresql://u:secret@h/d?sslmode=yes", "sslmode")]
    [InlineData("postgresql://u:secret@h/d?port=x", "port")]
    [InlineData("postgresql://h/d", "no user")]
    [InlineData("not a url secret", "not a URL")]
    public void Refuses_others_without_repeating_the_password(string text, string why)
    {
        var error = Should.Throw<DatabaseUrlInvalid>(() => DatabaseUrl.Parse(text));

        error.Message.ShouldContain(why);
        error.Message.ShouldNotContain("secret");
    }

    [Fact]
    public void Prints_without_the_password_and_round_trips_with_it()
    {
        var url = DatabaseUrl.Parse("postgresql://u:p%40ss@localhost:5433/jobs?host=%2Ftmp%2Fs&sslmode=disable");

        url.ToString().ShouldBe("postgresql://u:***@localhost:5433/jobs?host=%2Ftmp%2Fs&sslmode=disable");
        DatabaseUrl.Parse(url.ToUrlWithPassword()).ShouldBe(url);
    }

    [Fact]
    public void Removes_ambient_variables_of_libpq()
    {
        Environment.SetEnvironmentVariable("PGSERVICE", "somewhere-else");

        var variables = DatabaseUrl.Parse("postgresql://u:p@h/d").ToEnvironment();

        variables["PGSERVICE"].ShouldBeNull();
        variables["PGPASSWORD"].ShouldBe("p");
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("localhost", true)]
    [InlineData("db.example.com", false)]
    public void Knows_this_machine(string host, bool local) => DatabaseUrl.Parse($"postgresql://u@{host}/d").IsLocal.ShouldBe(local);
}
