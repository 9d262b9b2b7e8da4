using System.Text.Json;
using JobSwipe.Migrations.Lint;
using JobSwipe.Releases.Inspection;
using JobSwipe.Tools.Processes;

namespace JobSwipe.Releases.Tests.Inspection;

public sealed class InspectorTests : IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    public static TheoryData<int> Defects => [.. Enumerable.Range(0, Defect.All.Count)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Finds_nothing_in_a_sound_application()
    {
        Write(SoundApplication.Files);

        Inspector.Inspect(_folder.Path).Write(LintFormat.Text).ShouldEndWith("no findings\n");
    }

    [Theory]
    [MemberData(nameof(Defects))]
    public void Finds_each_defect_and_nothing_else(int number)
    {
        var defect = Defect.All[number];
        Write(SoundApplication.Files);
        var file = Path.Combine(_folder.Path, defect.File);
        var before = defect.Old is null ? "" : File.ReadAllText(file);
        if (defect.Old is not null) before.ShouldContain(defect.Old);
        File.WriteAllText(file, defect.Old is null ? defect.New : before.Replace(defect.Old, defect.New));

        var report = Inspector.Inspect(_folder.Path);

        report.Findings.ShouldNotBeEmpty($"{defect.Rule}: {defect.New}");
        report.Findings.Select(finding => finding.Rule).Distinct().ShouldBe([defect.Rule], report.Write(LintFormat.Text));
    }

    [Fact]
    public void Has_a_defect_for_every_rule_and_a_rule_for_every_defect()
    {
        Defect.All.Select(defect => defect.Rule).Distinct().Order().ShouldBe(InspectRules.All.Select(rule => rule.Name).Order());

        var types = typeof(InspectRule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(InspectRule)));
        InspectRules.All.Select(rule => rule.GetType()).ShouldBe(types, ignoreOrder: true);
    }

    [Fact]
    public void Says_of_every_rule_why_it_matters_and_what_to_do()
    {
        foreach (var rule in InspectRules.All)
        {
            rule.Why.ShouldEndWith(".", customMessage: rule.Name);
            rule.Fix.Length.ShouldBeGreaterThan(20, rule.Name);
            rule.Severity.ShouldNotBe(LintSeverity.Off);
        }
    }

    [Fact]
    public void Finds_nothing_in_this_project()
    {
        Inspector.Inspect(Path.Combine(Root(), "src", "JobSwipe.Reference")).Write(LintFormat.Text).ShouldEndWith("no findings\n");
    }

    [Fact]
    public void Finds_nothing_in_a_sound_python_application()
    {
        Inspector.Inspect(Path.Combine(Root(), "tests", "PythonApplication")).Write(LintFormat.Text).ShouldEndWith("no findings\n");
    }

    [Fact]
    public void Names_place_reason_and_remedy_in_every_format()
    {
        Write(SoundApplication.Files);
        File.WriteAllText(Path.Combine(_folder.Path, "scripts", "back.sh"), "#!/bin/sh\n# back\nfly rollback --app sample\n");

        var report = Inspector.Inspect(_folder.Path);

        var finding = report.Findings.ShouldHaveSingleItem();
        (finding.File, finding.Line, finding.Severity).ShouldBe(("scripts/back.sh", 3, LintSeverity.Error));
        report.Write(LintFormat.Text).ShouldContain("scripts/back.sh:3: error command-unknown: flyctl has no 'rollback'");
        using var json = JsonDocument.Parse(report.Write(LintFormat.Json));
        json.RootElement.GetProperty("findings")[0].GetProperty("fix").GetString().ShouldBe(finding.Fix);
        using var sarif = JsonDocument.Parse(report.Write(LintFormat.Sarif));
        var run = sarif.RootElement.GetProperty("runs")[0];
        var result = run.GetProperty("results")[0];
        run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString().ShouldBe("command-unknown");
        result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32().ShouldBe(3);
    }

    [Theory]
    [InlineData(LintSeverity.Error, true)]
    [InlineData(LintSeverity.Note, true)]
    [InlineData(LintSeverity.Off, false)]
    public void Fails_from_the_severity_that_was_named(LintSeverity failOn, bool fails)
    {
        Write(SoundApplication.Files);
        File.WriteAllText(Path.Combine(_folder.Path, "scripts", "back.sh"), "#!/bin/sh\nfly rollback --app sample\n");

        var report = Inspector.Inspect(_folder.Path);

        if (fails) Should.Throw<InspectFailed>(() => report.RequireBelow(failOn)).Message.ShouldContain("1 finding ");
        else report.RequireBelow(failOn);
    }

    [Fact]
    public void Refuses_a_folder_that_is_not_there() => Should.Throw<ApplicationInvalid>(() => Inspector.Inspect(Path.Combine(_folder.Path, "nowhere")));

    private void Write(IReadOnlyDictionary<string, string> files)
    {
        foreach (var (name, text) in files)
        {
            var path = Path.Combine(_folder.Path, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text + "\n");
        }
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, ".nuke"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
