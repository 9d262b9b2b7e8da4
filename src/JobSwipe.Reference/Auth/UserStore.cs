using JobSwipe.Reference.Hosting;
using Npgsql;

namespace JobSwipe.Reference.Auth;

/// <summary>Users in the database.</summary>
internal sealed class UserStore(Database database)
{
    /// <summary>Creates a user.</summary>
    /// <returns>Its id; null when the address is taken.</returns>
    public Task<Guid?> CreateAsync(string email, string passwordHash, CancellationToken cancellation) =>
        database.QueryAsync<Guid?>("create_user", async connection =>
        {
            await using var command = new NpgsqlCommand("""
                insert into users (id, email, password_hash, status, role, created_at, email_verified, mfa_enabled)
                values ($1, $2, $3, 'active', 'user', now() at time zone 'utc', false, false)
                on conflict (email) do nothing
                returning id
                """, connection)
            {
                Parameters = { new() { Value = Guid.CreateVersion7() }, new() { Value = email }, new() { Value = passwordHash } },
            };
            return await command.ExecuteScalarAsync(cancellation) as Guid?;
        }, cancellation);

    /// <summary>An active user's id and password hash; null when there is none with this address.</summary>
    public Task<(Guid Id, string Hash)?> FindAsync(string email, CancellationToken cancellation) =>
        database.QueryAsync<(Guid, string)?>("find_user", async connection =>
        {
            await using var command = new NpgsqlCommand("select id, password_hash from users where email = $1 and status is distinct from 'suspended'", connection)
            {
                Parameters = { new() { Value = email } },
            };
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            return await reader.ReadAsync(cancellation) ? (reader.GetGuid(0), reader.GetString(1)) : null;
        }, cancellation);
}
