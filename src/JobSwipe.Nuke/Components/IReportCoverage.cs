using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using static Nuke.Common.Tooling.ToolResolver;

namespace Nuke.Components;

/// <summary>Makes a report of what the tests covered.</summary>
public interface IReportCoverage : ITest, IHazReports, IHazGitRepository
{
    /// <summary>Whether a page is made, by <c>reportgenerator</c>.</summary>
    bool CreateCoverageHtmlReport { get; }

    /// <summary>Whether the results are sent to Codecov, by <c>codecov</c>.</summary>
    bool ReportToCodecov { get; }

    /// <summary>The token for Codecov.</summary>
    [Parameter("The token for Codecov")]
    [Secret]
    string CodecovToken => TryGetValue(() => CodecovToken);

    /// <summary>Where the page lies.</summary>
    AbsolutePath CoverageReportDirectory => ReportDirectory / "coverage-report";

    /// <summary>The page in one file.</summary>
    AbsolutePath CoverageReportArchive => CoverageReportDirectory.WithExtension("zip");

    /// <summary>Makes the report.</summary>
    Target ReportCoverage => _ => _
        .Description("Reports test coverage")
        .DependsOn(Test)
        .Consumes(Test)
        .Produces(CoverageReportArchive)
        .Requires(() => !ReportToCodecov || CodecovToken != null)
        .Executes(() =>
        {
            if (ReportToCodecov)
                UploadToCodecov();
            if (CreateCoverageHtmlReport)
                CreateReport();
            UploadCoverageData();
        });

    /// <summary>Tells the host about coverage; nothing here.</summary>
    void UploadCoverageData()
    {
    }

    private void CreateReport()
    {
        GetPathTool("reportgenerator")($"-reports:{TestResultDirectory / "**" / "*.xml"} -targetdir:{CoverageReportDirectory} -reporttypes:HtmlInline");
        CoverageReportArchive.DeleteFile();
        System.IO.Compression.ZipFile.CreateFromDirectory(CoverageReportDirectory, CoverageReportArchive);
    }

    private void UploadToCodecov() => GetPathTool("codecov")(
        $"--token {CodecovToken:r} --branch {GitRepository.Branch} --sha {GitRepository.Commit} --dir {TestResultDirectory}");
}
