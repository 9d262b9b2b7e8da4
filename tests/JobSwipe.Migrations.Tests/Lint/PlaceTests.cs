using JobSwipe.Migrations.Lint;

namespace JobSwipe.Migrations.Tests.Lint;

public sealed class PlaceTests
{
    [Theory]
    // The marked stretch is what the finding covers.
    [InlineData("ban-drop-column", "SELECT 1;\n\nALTER TABLE t ADD a text,\n  «DROP COLUMN b»;")]
    [InlineData("ban-drop-column", "SELECT 1;\r\nSELECT 'x\r\ny';\r\n\tALTER TABLE t\r\n\t«DROP b»;\r\n")]
    [InlineData("ban-char-field", "/* 🦀 /* é */ */ CREATE TABLE t (\"🦀\" «char(3)»);")]
    [InlineData("ban-drop-table", "DROP TABLE IF EXISTS «\"A b\".\"C\"\"d\"» CASCADE")]
    [InlineData("prefer-timestamp-tz", "ALTER TABLE t ADD COLUMN a «timestamp (3) without time zone» DEFAULT now()")]
    [InlineData("require-concurrent-index-creation", "-- one\n«CREATE /* two */ INDEX i\n  ON t (a)»  ;")]
    [InlineData("changing-column-type", "DO $$\nBEGIN\n  IF true THEN\n    ALTER TABLE t «ALTER a TYPE bigint»;\n  END IF;\nEND\n$$;")]
    [InlineData("changing-column-type", "DO $$ BEGIN EXECUTE 'ALTER TABLE t «ALTER a TYPE bigint»'; END $$;")]
    [InlineData("changing-column-type", "DO $$ BEGIN EXECUTE format('ALTER TABLE %I.%I «ALTER %I TYPE bigint»', s, t, 'a'); END $$;")]
    [InlineData("changing-column-type", "DO $$ BEGIN EXECUTE 'ALTER TABLE ' || quote_ident(t) || ' «ALTER a TYPE bigint»'; END $$;")]
    [InlineData("changing-column-type", "DO 'BEGIN EXECUTE ''ALTER TABLE t «ALTER a TYPE bigint »''; END';")]
    [InlineData("changing-column-type", "DO $a$ BEGIN EXECUTE $b$ALTER TABLE t «ALTER a TYPE bigint»$b$ USING 1; END $a$;")]
    [InlineData("backfill-in-ddl-transaction", "DO $$ BEGIN FOR i IN 1..3 LOOP «UPDATE t SET a = CASE WHEN b THEN 1 ELSE 2 END»; END LOOP; END $$;")]
    [InlineData("ban-drop-column", "DO $$ BEGIN CASE x WHEN 1 THEN NULL; ELSE ALTER TABLE t «DROP a»; END CASE; EXCEPTION WHEN OTHERS THEN NULL; END $$;")]
    public void A_finding_covers_just_what_it_is_about(string rule, string marked)
    {
        // Where the mark ends inside a doubled quote, the blank that stands for its first half is left out.
        var text = marked.Replace("«", "").Replace(" »", "").Replace("»", "");
        var (start, end) = (marked.IndexOf('«'), marked.Replace(" »", "»").IndexOf('»') - 1);

        var finding = MigrationLinter.Lint([new LintScript("a.sql", text)]).Findings.Where(finding => finding.Rule == rule).ShouldHaveSingleItem();

        Offset(text, finding.Line, finding.Column).ShouldBe(start);
        Offset(text, finding.EndLine, finding.EndColumn).ShouldBe(end);
    }

    [Fact]
    public void Lines_and_columns_count_from_1_in_UTF_16()
    {
        var finding = MigrationLinter.Lint([new LintScript("a.sql", "SELECT 1;\nSELECT '🦀'; DROP TABLE t;")]).Findings.Single();

        (finding.Line, finding.Column, finding.EndLine, finding.EndColumn).ShouldBe((2, 25, 2, 26));
    }

    private static int Offset(string text, int line, int column) =>
        text.Split('\n').Take(line - 1).Sum(before => before.Length + 1) + column - 1;
}
