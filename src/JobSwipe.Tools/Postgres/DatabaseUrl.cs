using System.Web;
using Npgsql;

namespace JobSwipe.Tools.Postgres;

/// <summary>
/// A PostgreSQL connection URI (postgresql.org, libpq 34.1.1.2), as Npgsql and as libpq's environment variables.
/// Accepts SQLAlchemy's <c>postgresql+driver://</c>. Printing it never shows the password.
/// </summary>
public sealed record DatabaseUrl
{
    private static readonly string[] SslModes = ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"];

    private DatabaseUrl() { }

    /// <summary>A host name, an address, or the folder of a Unix socket.</summary>
    public required string Host { get; init; }

    /// <summary>TCP port, or the number in the socket's name.</summary>
    public required int Port { get; init; }

    /// <summary>The database's name.</summary>
    public required string Database { get; init; }

    /// <summary>The role to log in as.</summary>
    public required string User { get; init; }

    /// <summary>The password; null when the server needs none.</summary>
    public string? Password { get; init; }

    /// <summary>libpq's <c>sslmode</c>; null is libpq's default.</summary>
    public string? SslMode { get; init; }

    /// <summary>Whether the server is on this machine.</summary>
    public bool IsLocal => Host.StartsWith('/') || Host is "localhost" or "127.0.0.1" or "::1" or "";

    /// <summary>Reads a URL.</summary>
    /// <exception cref="DatabaseUrlInvalid">It is not a PostgreSQL URL, or a part is missing.</exception>
    public static DatabaseUrl Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri)) throw new DatabaseUrlInvalid("it is not a URL");
        if (uri.Scheme.Split('+')[0] is not ("postgres" or "postgresql")) throw new DatabaseUrlInvalid($"its scheme is '{uri.Scheme}'");
        var query = HttpUtility.ParseQueryString(uri.Query);
        var user = uri.UserInfo.Split(':', 2);
        var database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'));
        var host = query["host"] ?? Uri.UnescapeDataString(uri.Host.Trim('[', ']'));
        if (database.Length == 0) throw new DatabaseUrlInvalid("it names no database");
        if (user[0].Length == 0) throw new DatabaseUrlInvalid("it names no user");
        if (host.Length == 0) throw new DatabaseUrlInvalid("it names no host");
        return new DatabaseUrl
        {
            Host = host,
            Port = query["port"] is not { } port ? uri.Port > 0 ? uri.Port : 5432
                : int.TryParse(port, out var number) ? number : throw new DatabaseUrlInvalid($"its port is '{port}'"),
            Database = database,
            User = Uri.UnescapeDataString(user[0]),
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : query["password"],
            SslMode = query["sslmode"] is not { } mode || SslModes.Contains(mode) ? query["sslmode"] : throw new DatabaseUrlInvalid($"its sslmode is '{mode}'"),
        };
    }

    /// <summary>The same server, another database.</summary>
    public DatabaseUrl WithDatabase(string database) => this with { Database = database };

    /// <summary>A connection string for Npgsql.</summary>
    public string ToConnectionString(Action<NpgsqlConnectionStringBuilder>? configure = null)
    {
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = Host,
            Port = Port,
            Database = Database,
            Username = User,
            Password = Password,
            Timeout = 10,
            IncludeErrorDetail = true,
            ApplicationName = "jobswipe-delivery",
        };
        if (SslMode is not null) builder.SslMode = Enum.Parse<SslMode>(SslMode.Replace("-", ""), ignoreCase: true);
        configure?.Invoke(builder);
        return builder.ConnectionString;
    }

    /// <summary>libpq's variables, with every other one of them removed: an ambient PGHOST must not choose a server.</summary>
    public IReadOnlyDictionary<string, string?> ToEnvironment()
    {
        var variables = Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => name.StartsWith("PG", StringComparison.Ordinal))
            .ToDictionary(name => name, _ => (string?)null);
        variables["PGHOST"] = Host;
        variables["PGPORT"] = Port.ToString();
        variables["PGDATABASE"] = Database;
        variables["PGUSER"] = User;
        variables["PGAPPNAME"] = "jobswipe-delivery";
        variables["PGCONNECT_TIMEOUT"] = "10";
        if (Password is not null) variables["PGPASSWORD"] = Password;
        if (SslMode is not null) variables["PGSSLMODE"] = SslMode;
        return variables;
    }

    /// <summary>The URL with the password, for an application's secret.</summary>
    public string ToUrlWithPassword() => ToUrl(Password);

    /// <summary>The URL without its password.</summary>
    public override string ToString() => ToUrl(Password is null ? null : "***");

    private string ToUrl(string? password)
    {
        var credentials = Uri.EscapeDataString(User) + (password is null ? "" : ":" + (password == "***" ? password : Uri.EscapeDataString(password)));
        var query = string.Join('&', new[] { Host.StartsWith('/') ? "host=" + Uri.EscapeDataString(Host) : null, SslMode is null ? null : "sslmode=" + SslMode }.OfType<string>());
        var server = Host.StartsWith('/') ? $"localhost:{Port}" : Host.Contains(':') ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
        return $"postgresql://{credentials}@{server}/{Uri.EscapeDataString(Database)}{(query.Length > 0 ? "?" + query : "")}";
    }
}
