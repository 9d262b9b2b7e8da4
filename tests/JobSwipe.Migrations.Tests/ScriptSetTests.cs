using System.Text;

namespace JobSwipe.Migrations.Tests;

public sealed class ScriptSetTests
{
    [Fact]
    public void JobSwipes_own_scripts_all_have_an_undo_and_a_phase()
    {
        var scripts = ScriptSet.Load();

        scripts.Select(script => script.Number).ShouldBe(Enumerable.Range(1, scripts.Count));
        scripts.ShouldAllBe(script => script.Undo != null);
        scripts.ShouldAllBe(script => script.Sql.Contains("-- phase: "));
    }

    [Theory]
    [InlineData("1_a.sql", "select 1", "1_a.sql", "NNNN_name")]
    [InlineData("0001_A.sql", "select 1", "0001_A.sql", "NNNN_name")]
    [InlineData("0002_b.sql", "select 1", "0002_b.sql", "0001 is missing")]
    [InlineData("0001_a.undo.sql", "select 1", "0001_a.undo.sql", "not there")]
    [InlineData("0001_a.sql", "-- transaction: sometimes\n", "0001_a.sql:1", "transaction: sometimes")]
    [InlineData("0001_a.sql", "-- why\n-- owner: me\nselect 1", "0001_a.sql:2", "owner: me")]
    [InlineData("0001_a.sql", "-- phase: expand\n-- phase: contract\n", "0001_a.sql:2", "twice")]
    [InlineData("0001_a.sql", "-- statement-timeout: soon\n", "0001_a.sql:1", "statement-timeout: soon")]
    public void Refuses_what_it_does_not_understand(string file, string sql, string place, string why)
    {
        var error = Should.Throw<ScriptNotUsable>(() => Load((file, Encoding.UTF8.GetBytes(sql))));

        error.Problem.ShouldStartWith(place);
        error.Problem.ShouldContain(why);
    }

    [Fact]
    public void Refuses_two_scripts_of_one_number() =>
        Should.Throw<ScriptNotUsable>(() => Load(("0001_a.sql", "select 1"u8.ToArray()), ("0001_b.sql", "select 1"u8.ToArray())))
            .Problem.ShouldBe("0001_b.sql: its number is that of 0001_a.sql too.");

    [Fact]
    public void Refuses_a_gap() =>
        Should.Throw<ScriptNotUsable>(() => Load(("0001_a.sql", "select 1"u8.ToArray()), ("0003_c.sql", "select 1"u8.ToArray())))
            .Problem.ShouldBe("0003_c.sql: number 0002 is missing before it.");

    [Fact]
    public void Refuses_other_encodings_and_line_ends_and_says_where()
    {
        Should.Throw<ScriptNotUsable>(() => Load(("0001_a.sql", [0xEF, 0xBB, 0xBF, .. "select 1"u8]))).Problem.ShouldContain("byte order mark");
        Should.Throw<ScriptNotUsable>(() => Load(("0001_a.sql", "select 1;\nselect 2;\r\n"u8.ToArray()))).Problem.ShouldBe("0001_a.sql:2: its lines end with CR LF.");
        Should.Throw<ScriptNotUsable>(() => Load(("0001_a.sql", [.. "select 1;\n-- Gr"u8, 0xFC, .. "n"u8]))).Problem.ShouldBe("0001_a.sql:2: it is not UTF-8.");
    }

    [Fact]
    public void Refuses_a_folder_that_is_not_there_or_holds_no_script()
    {
        using var empty = new ScriptFolder();

        Should.Throw<ScriptNotUsable>(() => ScriptSet.Load("/nowhere/at/all")).Remedy.ShouldContain("--scripts");
        Should.Throw<ScriptNotUsable>(() => ScriptSet.Load(empty.Options.ScriptsFolder)).Problem.ShouldContain("no *.sql");
    }

    [Theory]
    [InlineData("create table a (id int);\ncommit;", 2, "COMMIT")]
    [InlineData("begin; select 1", 1, "BEGIN")]
    [InlineData("select 1; end;", 1, "END")]
    [InlineData("-- transaction: none\nstart transaction;", 2, "START")]
    [InlineData("prepare transaction 'x'", 1, "PREPARE")]
    [InlineData("select 1;\ncopy a from stdin;", 2, "COPY")]
    [InlineData("select 1;\n\nselect 'not ended;", 3, "string is not ended")]
    [InlineData("select $x$ $y$;", 1, "$x$ is not ended")]
    [InlineData("/* /* */", 1, "comment is not ended")]
    public void Refuses_statements_that_a_script_may_not_hold(string sql, int line, string why)
    {
        var error = Should.Throw<ScriptNotUsable>(() => Running.PreparedScript.Prepare("0001_a.sql", sql));

        error.Problem.ShouldStartWith($"0001_a.sql:{line}: ");
        error.Problem.ShouldContain(why);
    }

    [Fact]
    public void Reads_the_header()
    {
        var header = ScriptHeader.Parse("f", "-- transaction: none\n\n-- prose, with a colon: fine\n-- phase: contract\n-- statement-timeout: 30min\n-- lock-timeout: 500ms\nselect 1;\n-- owner: not a header any more\n");

        header.ShouldBe(new ScriptHeader { Transaction = false, Phase = Phase.Contract, StatementTimeout = TimeSpan.FromMinutes(30), LockTimeout = TimeSpan.FromMilliseconds(500) });
    }

    private static IReadOnlyList<MigrationScript> Load(params (string, byte[])[] files) => ScriptSet.Arrange(files);
}
