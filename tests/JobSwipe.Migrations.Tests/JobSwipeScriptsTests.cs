using JobSwipe.Tools.Postgres;

namespace JobSwipe.Migrations.Tests;

public sealed class JobSwipeScriptsTests(TestPostgres databases)
{
    private const string Seed = """
        insert into users (id, email, password_hash) select md5('u' || n)::uuid, 'u' || n, '' from generate_series(1, 20) n;
        insert into jobs (id, source, title, company, salary_range, created_at)
        select md5('j' || n)::uuid, 'seed', case when n % 10 = 0 then ' ' else 'Job ' || n end, case when n % 20 = 0 then null else 'Company' end,
          case n % 4 when 0 then '45,000 – 60,000 USD' when 1 then '€ 50k' when 2 then 'competitive' end, now()
        from generate_series(1, 5000) n;
        insert into user_job_interactions (id, user_id, job_id, action, created_at)
        select md5('s' || n || '-' || k)::uuid, md5('u' || n % 20 + 1)::uuid, md5('j' || n)::uuid, case k when 1 then 'like' else 'pass' end, now() + k * interval '1 s'
        from generate_series(1, 300) n, generate_series(1, 1 + n % 2) k;
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Go_up_down_and_up_again_on_an_empty_database()
    {
        var url = await databases.NewAsync();
        await Migrator.MigrateAsync(url, cancellation: Cancellation);
        var head = await SchemaFacts.ReadAsync(url);

        await Migrator.UndoAsync(url, "0000", cancellation: Cancellation);
        (await SchemaFacts.ReadAsync(url)).ShouldBeEmpty();
        (await SchemaFacts.ReadOthersAsync(url)).ShouldBeEmpty();
        await Migrator.MigrateAsync(url, cancellation: Cancellation);

        (await SchemaFacts.ReadAsync(url)).ShouldBe(head);
    }

    [Fact]
    public async Task Go_up_down_and_up_again_on_a_database_with_rows()
    {
        var url = await databases.NewAsync();
        await Migrator.MigrateAsync(url, new MigrationOptions { To = "0001" }, cancellation: Cancellation);
        var baseline = await SchemaFacts.ReadAsync(url);
        await url.ExecuteAsync(Seed);
        await Migrator.MigrateAsync(url, cancellation: Cancellation);
        var head = await SchemaFacts.ReadAsync(url);

        await Migrator.UndoAsync(url, "0001", cancellation: Cancellation);
        (await SchemaFacts.ReadAsync(url)).ShouldBe(baseline);
        await Migrator.MigrateAsync(url, cancellation: Cancellation);

        (await SchemaFacts.ReadAsync(url)).ShouldBe(head);
    }

    [Fact]
    public async Task Change_the_rows_as_they_say()
    {
        var url = await databases.NewAsync();
        await Migrator.MigrateAsync(url, new MigrationOptions { To = "0001" }, cancellation: Cancellation);
        await url.ExecuteAsync(Seed);

        await Migrator.MigrateAsync(url, cancellation: Cancellation);

        (await url.QueryAsync<long>("select count(*) from user_job_interactions")).ShouldBe(300);
        (await url.QueryAsync<long>("select count(*) from user_job_interactions where action = 'pass'")).ShouldBe(150, "the last swipe counts");
        (await url.QueryAsync<long>("select count(*) from jobs where title = 'Company'")).ShouldBe(250);
        (await url.QueryAsync<long>("select count(*) from jobs where title = 'Untitled'")).ShouldBe(250);
        (await url.QueryAsync<string>("select string_agg(c || n, ' ' order by c) from (select coalesce(salary_currency, '-') c, count(*) n from jobs group by 1) x"))
            .ShouldBe("-2500 EUR1250 USD1250");
        (await url.QueryAsync<bool>("select bool_and(indisvalid) from pg_index")).ShouldBeTrue();
        (await url.QueryAsync<bool>("select bool_and(convalidated) from pg_constraint")).ShouldBeTrue();
    }

    [Fact]
    public async Task Refuse_to_take_the_baseline_away_from_people()
    {
        var url = await databases.NewAsync();
        await Migrator.MigrateAsync(url, cancellation: Cancellation);
        await url.ExecuteAsync("insert into users (id, email, password_hash) values (gen_random_uuid(), 'a', '')");

        var error = await Should.ThrowAsync<MigrationFailed>(() => Migrator.UndoAsync(url, "0000", cancellation: Cancellation));

        error.Problem.ShouldContain("public.users has rows");
        (await Migrator.HeadAsync(url, Cancellation)).ShouldBe("0001_baseline");
        (await url.QueryAsync<long>("select count(*) from users")).ShouldBe(1);
    }

    [Fact]
    public async Task Start_again_where_a_concurrent_build_was_killed()
    {
        var url = await databases.NewAsync();
        await Migrator.MigrateAsync(url, new MigrationOptions { To = "0001" }, cancellation: Cancellation);
        // A writer with an open transaction keeps the build waiting, so that it is killed in the middle and leaves an invalid index.
        await using var writer = await url.OpenAsync(Cancellation);
        await using var open = await writer.BeginTransactionAsync(Cancellation);
        await using (var write = writer.CreateCommand())
        {
            write.CommandText = "lock table user_job_interactions in row exclusive mode";
            await write.ExecuteNonQueryAsync(Cancellation);
        }
        var run = Migrator.MigrateAsync(url, new MigrationOptions { To = "0002", LockTimeout = TimeSpan.FromSeconds(30) }, cancellation: Cancellation);
        await Until(url, "select exists (select from pg_index where not indisvalid)");
        await url.ExecuteAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'create unique index concurrently%'");
        await Should.ThrowAsync<MigrationInterrupted>(() => run);
        (await Migrator.StatusAsync(url, cancellation: Cancellation)).Interrupted.ShouldBe(["0002_one_swipe_per_job"]);
        await open.RollbackAsync(Cancellation);

        var report = await Migrator.MigrateAsync(url, cancellation: Cancellation);

        report.Head.ShouldBe("0007_fill_salary_currency");
        (await url.QueryAsync<bool>("select bool_and(indisvalid) from pg_index")).ShouldBeTrue();
        (await Migrator.StatusAsync(url, cancellation: Cancellation)).Interrupted.ShouldBeEmpty();
    }

    private static async Task Until(DatabaseUrl url, string condition)
    {
        var deadline = DateTime.UtcNow.AddSeconds(30);
        while (!await url.QueryAsync<bool>(condition))
        {
            DateTime.UtcNow.ShouldBeLessThan(deadline, condition);
            await Task.Delay(20, Cancellation);
        }
    }
}
