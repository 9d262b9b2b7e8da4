using JobSwipe.Tools.Postgres;
using Npgsql;

namespace JobSwipe.Tools.Tests;

public sealed class PostgresClusterTests
{
    [Fact]
    public async Task Starts_answers_on_loopback_and_on_its_socket_and_leaves_nothing()
    {
        string folder;
        await using (var cluster = await PostgresCluster.StartAsync(cancellation: TestContext.Current.CancellationToken))
        {
            folder = cluster.DataFolder;
            foreach (var url in new[] { cluster.Url, cluster.SocketUrl })
            {
                await using var connection = new NpgsqlConnection(url.ToConnectionString());
                await connection.OpenAsync(TestContext.Current.CancellationToken);
            }
        }

        Directory.Exists(Path.GetDirectoryName(folder)).ShouldBeFalse();
    }

    [Fact]
    public async Task Refuses_a_wrong_password()
    {
        await using var cluster = await PostgresCluster.StartAsync(cancellation: TestContext.Current.CancellationToken);
        await using var connection = new NpgsqlConnection((cluster.Url with { Password = "wrong" }).ToConnectionString());

        var error = await Should.ThrowAsync<PostgresException>(() => connection.OpenAsync(TestContext.Current.CancellationToken));

        error.SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
    }
}
