using System.Text;

namespace JobSwipe.Benchmarks;

/// <summary>Many small migrations in the form that each runner wants them.</summary>
/// <param name="Sql">A folder with a file for each.</param>
/// <param name="AllInOne">The same in one file.</param>
/// <param name="Alembic">A folder with Alembic's environment and a revision for each.</param>
internal sealed record SmallScripts(string Sql, string AllInOne, string Alembic)
{
    public const int Count = 500;

    private const string Environment = """
        import os
        from alembic import context
        from sqlalchemy import create_engine
        with create_engine(os.environ["BENCHMARK_URL"]).connect() as connection:
            context.configure(connection=connection)
            with context.begin_transaction():
                context.run_migrations()

        """;

    public static SmallScripts Write(string folder)
    {
        var scripts = new SmallScripts(Path.Combine(folder, "sql"), Path.Combine(folder, "all.sql"), Path.Combine(folder, "alembic"));
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(scripts.Sql);
        var versions = Directory.CreateDirectory(Path.Combine(scripts.Alembic, "versions")).FullName;
        File.WriteAllText(Path.Combine(scripts.Alembic, "env.py"), Environment);
        File.WriteAllText(Path.Combine(scripts.Alembic, "alembic.ini"), $"[alembic]\nscript_location = {scripts.Alembic}\n");
        var all = new StringBuilder();
        for (var number = 1; number <= Count; number++)
        {
            var sql = Statement(number);
            File.WriteAllText(Path.Combine(scripts.Sql, $"{number:0000}_small.sql"), sql + "\n");
            all.Append(sql).Append('\n');
            var before = number == 1 ? "None" : $"'{number - 1:0000}'";
            File.WriteAllText(Path.Combine(versions, $"r{number:0000}.py"),
                $"from alembic import op\nrevision = '{number:0000}'\ndown_revision = {before}\n\n\ndef upgrade():\n    op.execute(\"{sql}\")\n\n\ndef downgrade():\n    pass\n");
        }
        File.WriteAllText(scripts.AllInOne, all.ToString());
        return scripts;
    }

    private static string Statement(int number) => number % 2 == 1 ? $"create table t{number} (id int, v text);" : $"insert into t{number - 1} values ({number}, 'v');";
}
