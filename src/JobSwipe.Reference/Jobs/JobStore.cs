using JobSwipe.Reference.Hosting;
using Npgsql;
using NpgsqlTypes;

namespace JobSwipe.Reference.Jobs;

/// <summary>Jobs and swipes in the database.</summary>
internal sealed class JobStore(Database database)
{
    private const string Columns = "j.id, j.title, j.company, j.location, j.description, j.salary_range, j.type, j.apply_url, j.source, j.created_at";

    /// <summary>The newest jobs that a user has not swiped yet.</summary>
    public Task<List<Job>> FeedAsync(Guid user, FeedCursor? after, int limit, CancellationToken cancellation)
    {
        // Descending order puts jobs without a date first; a row comparison would lose them.
        var place = after switch
        {
            null => "",
            { CreatedAt: null } => "and (j.created_at is not null or j.id < $3) and $4::timestamp is null",
            _ => "and (j.created_at, j.id) < ($4, $3)",
        };
        return database.QueryAsync("feed", async connection =>
        {
            await using var command = new NpgsqlCommand($"""
                select {Columns} from jobs j
                where not exists (select 1 from user_job_interactions i where i.user_id = $1 and i.job_id = j.id) {place}
                order by j.created_at desc, j.id desc
                limit $2
                """, connection)
            {
                Parameters = { new() { Value = user }, new() { Value = limit } },
            };
            if (after is not null)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = after.Id });
                command.Parameters.Add(new NpgsqlParameter { Value = (object?)after.CreatedAt ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Timestamp });
            }
            return await ReadAsync(command, cancellation);
        }, cancellation);
    }

    /// <summary>The jobs that a user swiped right.</summary>
    public Task<List<Job>> MatchesAsync(Guid user, int limit, CancellationToken cancellation) => database.QueryAsync("matches", async connection =>
    {
        // Older releases let a job be swiped twice: the last swipe counts.
        await using var command = new NpgsqlCommand($"""
            select {Columns} from jobs j
            join (select distinct on (job_id) job_id, action, created_at from user_job_interactions
                  where user_id = $1 order by job_id, created_at desc nulls last) i on i.job_id = j.id
            where i.action = 'right'
            order by i.created_at desc nulls last, j.id
            limit $2
            """, connection)
        {
            Parameters = { new() { Value = user }, new() { Value = limit } },
        };
        return await ReadAsync(command, cancellation);
    }, cancellation);

    /// <summary>One job; null when there is none with this id.</summary>
    public Task<Job?> FindAsync(Guid id, CancellationToken cancellation) => database.QueryAsync("job", async connection =>
    {
        await using var command = new NpgsqlCommand($"select {Columns} from jobs j where j.id = $1", connection) { Parameters = { new() { Value = id } } };
        return (await ReadAsync(command, cancellation)).FirstOrDefault();
    }, cancellation);

    /// <summary>Keeps a swipe. Doing it again changes nothing; another direction replaces the first.</summary>
    public Task<SwipeResult> SwipeAsync(Guid user, Guid job, string action, CancellationToken cancellation) => database.QueryAsync("swipe", async connection =>
    {
        // One round trip and one transaction. The lock keeps two swipes of one job apart while no unique index does:
        // old and new releases run on schemas with and without one.
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                Statement("select pg_advisory_xact_lock(hashtextextended($1::text || $2::text, 0))", user, job),
                Statement("""
                    update user_job_interactions set action = $3, created_at = now() at time zone 'utc'
                    where user_id = $1 and job_id = $2 and action <> $3
                    """, user, job, action),
                Statement("""
                    insert into user_job_interactions (id, user_id, job_id, action, created_at)
                    select $4, $1, id, $3, now() at time zone 'utc' from jobs
                    where id = $2 and not exists (select 1 from user_job_interactions where user_id = $1 and job_id = $2)
                    on conflict do nothing
                    """, user, job, action, Guid.CreateVersion7()),
                Statement("select exists (select 1 from jobs where id = $1)", job),
            },
        };
        try
        {
            await using var reader = await batch.ExecuteReaderAsync(cancellation);
            await reader.NextResultAsync(cancellation);
            await reader.ReadAsync(cancellation);
            if (!reader.GetBoolean(0)) return SwipeResult.UnknownJob;
            return batch.BatchCommands[1].RecordsAffected + batch.BatchCommands[2].RecordsAffected > 0 ? SwipeResult.Changed : SwipeResult.Unchanged;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            return SwipeResult.UnknownUser;
        }
    }, cancellation);

    private static NpgsqlBatchCommand Statement(string sql, params IEnumerable<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    private static async Task<List<Job>> ReadAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        var jobs = new List<Job>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            jobs.Add(new Job(reader.GetGuid(0), reader.GetString(1), Text(2), Text(3), Text(4), Text(5), Text(6), Text(7), reader.GetString(8),
                reader.IsDBNull(9) ? null : DateTime.SpecifyKind(reader.GetDateTime(9), DateTimeKind.Utc)));
        return jobs;

        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }
}

/// <summary>What a swipe came to.</summary>
internal enum SwipeResult
{
    /// <summary>It was kept.</summary>
    Changed,

    /// <summary>It had been made before.</summary>
    Unchanged,

    /// <summary>There is no such job.</summary>
    UnknownJob,

    /// <summary>The token's user is gone.</summary>
    UnknownUser,
}
