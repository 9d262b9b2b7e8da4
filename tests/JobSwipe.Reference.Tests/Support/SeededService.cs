using Npgsql;

namespace JobSwipe.Reference.Tests.Support;

/// <summary>A service on a database of its own with the rehearsal's data.</summary>
public class SeededService(PostgresServer server) : IAsyncLifetime
{
    public RunningService Service { get; private set; } = null!;

    public NpgsqlDataSource Database { get; private set; } = null!;

    public HttpClient Client => Service.Client;

    public async ValueTask InitializeAsync()
    {
        var name = await server.CreateDatabaseAsync();
        Database = NpgsqlDataSource.Create(server.ConnectionString(name));
        await Database.CreateCommand(Schema.Seed()).ExecuteNonQueryAsync();
        Service = await RunningService.StartAsync(server.Url(name));
    }

    public async ValueTask DisposeAsync()
    {
        if (Service is not null) await Service.DisposeAsync();
        if (Database is not null) await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
