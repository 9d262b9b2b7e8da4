using System.Web;
using Npgsql;

namespace JobSwipe.Reference.Hosting;

/// <summary>
/// A PostgreSQL URL as libpq (34.1.1.2) and SQLAlchemy write it: <c>postgres://</c>, <c>postgresql+driver://</c>, a Unix socket in
/// <c>?host=</c>, <c>?sslmode=</c>.
/// </summary>
public sealed class DatabaseUrl
{
    private DatabaseUrl(string connectionString) => ConnectionString = connectionString;

    /// <summary>The same for Npgsql. It holds the password.</summary>
    public string ConnectionString { get; }

    /// <summary>Reads a URL.</summary>
    /// <exception cref="SettingInvalid">It is not a PostgreSQL URL. The message does not repeat it: it may hold a password.</exception>
    public static DatabaseUrl Parse(string text)
    {
        // libpq allows a user without a host, as with a socket in the query; the URL class does not.
        if (text.IndexOf("@/", StringComparison.Ordinal) is > 0 and var at && !text[..at].Contains('?')) text = text.Insert(at + 1, "localhost");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri)) throw Invalid("it is not a URL");
        if (uri.Scheme.Split('+')[0] is not ("postgres" or "postgresql")) throw Invalid($"its scheme is '{uri.Scheme}', not postgresql");
        var query = HttpUtility.ParseQueryString(uri.Query);
        var user = uri.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = Required(query["host"] ?? Uri.UnescapeDataString(uri.Host.Trim('[', ']')), "host"),
            Port = query["port"] is { } port ? int.TryParse(port, out var number) ? number : throw Invalid("its port is not a number") : uri.Port > 0 ? uri.Port : 5432,
            Database = Required(Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')), "database"),
            Username = Required(query["user"] ?? Uri.UnescapeDataString(user[0]), "user"),
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : query["password"],
            ApplicationName = query["application_name"] ?? "jobswipe",
            // A request that waits longer for a connection would be better off with an error.
            Timeout = 5,
            CommandTimeout = 10,
            MaxPoolSize = 20,
        };
        if (query["sslmode"] is { } mode)
            builder.SslMode = Enum.TryParse<SslMode>(mode.Replace("-", ""), ignoreCase: true, out var ssl) ? ssl : throw Invalid($"sslmode '{mode}' is not known");
        return new DatabaseUrl(builder.ConnectionString);
    }

    private static string Required(string? value, string what) => value is { Length: > 0 } ? value : throw Invalid($"it names no {what}");

    private static SettingInvalid Invalid(string why) => new("DATABASE_URL", why);
}
