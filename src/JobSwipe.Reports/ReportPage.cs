using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using JobSwipe.Releases;
using JobSwipe.Releases.Deployments;
using JobSwipe.Tools;

namespace JobSwipe.Reports;

/// <summary>Writes the report: one page, its data as JSON, and its pictures, readable from the file system.</summary>
public static class ReportPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="data">What it shows.</param>
    /// <param name="folder">Where to; files of a former report are replaced.</param>
    /// <returns>The page's path.</returns>
    public static string Write(ReportData data, string folder)
    {
        var pictures = Path.Combine(folder, "pictures");
        if (Directory.Exists(pictures)) Directory.Delete(pictures, recursive: true);
        Directory.CreateDirectory(pictures);
        foreach (var (picture, index) in data.Pictures.Select((picture, index) => (picture, index)))
            File.Copy(picture.File, Path.Combine(pictures, PictureName(index)));
        Json.WriteFile(Path.Combine(folder, "report.json"), data);
        File.WriteAllText(Path.Combine(folder, "report.schema.json"), ReportSchema.Write());
        var page = Path.Combine(folder, "index.html");
        File.WriteAllText(page, Html(data));
        return page;
    }

    internal static string Html(ReportData data)
    {
        var failed = data.Steps.Count(step => step.Outcome == StepOutcome.Failed);
        var notRun = data.Steps.Where(step => step.Outcome == StepOutcome.NotRun).ToArray();
        var (verdict, state) = failed > 0 ? ("Failed", "failed") : notRun.Length > 0 ? ($"Passed, {notRun.Length} not run", "partial") : ("Passed", "passed");
        var html = new StringBuilder();
        html.Append($"""
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Text(data.Title)} · {Text(data.Release?.Version ?? "no release")}</title>
            <link rel="icon" href="data:,">
            <style>{Embedded("report.css")}</style>
            <header>
              <p class="over">{Text(data.Title)} · <time datetime="{data.Made:O}">{data.Made:yyyy-MM-dd HH:mm} UTC</time></p>
              <h1>{Text(data.Release is { } release ? $"{release.Application} {release.Version}" : data.Steps.Count > 0 ? "Nothing was built" : data.Title)}</h1>
              {(data.Steps.Count == 0 ? "" : $"<p class=\"verdict {state}\">{verdict}</p> <p class=\"sum\">{Seconds(data.Steps.Sum(step => step.Seconds))} in {data.Steps.Count} steps</p>")}
            </header>
            <main>

            """);
        AppendContents(html, data);
        AppendRelease(html, data.Release);
        AppendProofs(html, data.Proofs);
        if (data.Steps.Count > 0)
        {
            AppendNotRun(html, notRun);
            AppendSteps(html, data.Steps);
        }
        AppendPictures(html, data.Pictures);
        AppendDeployments(html, data.Deployments);
        foreach (var section in data.Sections) SectionHtml.Append(html, section);
        return html.Append($"</main>\n<script>\n{Embedded("report.js")}</script>\n</html>\n").ToString();
    }

    private static void AppendContents(StringBuilder html, ReportData data)
    {
        if (data.Sections.Count == 0) return;
        html.Append("<nav aria-label=\"Sections\">").AppendJoin(" · ", data.Sections.Select(section => $"<a href=\"#{section.Id}\">{Text(section.Title)}</a>")).Append("</nav>\n");
    }

    private static void AppendRelease(StringBuilder html, Release? release)
    {
        if (release is null) return;
        html.Append($"""
            <section aria-labelledby="released"><h2 id="released">What was released</h2>
            <dl>
              <div><dt>Commit</dt><dd><code>{Text(release.Commit.Length > 12 ? release.Commit[..12] : release.Commit)}</code>{(release.Dirty ? " with changes that no commit holds" : "")}</dd></div>
              <div><dt>Artifact</dt><dd>{(release.Artifact.Kind == ArtifactKind.Image ? "OCI image" : "published folder")}, {release.Artifact.Bytes / 1e6:0} MB, built by {Text(release.Artifact.Engine)}</dd></div>
              <div><dt>Digest</dt><dd><code class="long">{release.Artifact.Digest}</code></dd></div>
              <div><dt>Base</dt><dd><code class="long">{Text(release.Artifact.Base)}</code></dd></div>
              <div><dt>Migrations up to</dt><dd><code>{Text(release.MigrationHead)}</code></dd></div>
            </dl></section>

            """);
    }

    private static void AppendProofs(StringBuilder html, IReadOnlyList<Proof> proofs)
    {
        if (proofs.Count == 0) return;
        html.Append("<section aria-labelledby=\"proved\"><h2 id=\"proved\">What was proved</h2>\n<ul class=\"proofs\">\n");
        foreach (var proof in proofs) html.Append($"  <li><strong>{Text(proof.Value)}</strong><span>{Text(proof.Name)}</span></li>\n");
        html.Append("</ul></section>\n");
    }

    private static void AppendNotRun(StringBuilder html, Step[] steps)
    {
        html.Append("<section aria-labelledby=\"notrun\"><h2 id=\"notrun\">What was not run</h2>\n");
        if (steps.Length == 0) html.Append("<p>Everything was run.</p>\n");
        else html.Append("<ul class=\"plain\">\n").AppendJoin("", steps.Select(step => $"  <li><strong>{Text(step.Name)}</strong> {Text(step.Detail)}</li>\n")).Append("</ul>\n");
        html.Append("</section>\n");
    }

    private static void AppendSteps(StringBuilder html, IReadOnlyList<Step> steps)
    {
        var longest = steps.Select(step => step.Seconds).DefaultIfEmpty(0).Max();
        html.Append("""
            <section aria-labelledby="steps"><h2 id="steps">Steps</h2>
            <table class="steps"><thead><tr><th scope="col">Step</th><th scope="col">Outcome</th><th scope="col" class="number">Time</th><th scope="col" aria-hidden="true"></th><th scope="col">Detail</th></tr></thead><tbody>

            """);
        foreach (var step in steps)
        {
            var (mark, name, state) = step.Outcome switch
            {
                StepOutcome.Passed => ("✓", "passed", "passed"),
                StepOutcome.Failed => ("✗", "failed", "failed"),
                _ => ("○", "not run", "partial"),
            };
            var width = longest > 0 ? step.Seconds / longest * 100 : 0;
            html.Append($"""
                <tr><th scope="row">{Text(step.Name)}</th><td class="{state}">{mark} {name}</td><td class="number">{Seconds(step.Seconds)}</td><td class="bar" aria-hidden="true"><svg viewBox="0 0 100 10" preserveAspectRatio="none"><rect width="{width.ToString("0.##", CultureInfo.InvariantCulture)}" height="10"/></svg></td><td>{Text(step.Detail)}</td></tr>

                """);
        }
        html.Append("</tbody></table></section>\n");
    }

    private static void AppendPictures(StringBuilder html, IReadOnlyList<Picture> pictures)
    {
        if (pictures.Count == 0) return;
        html.Append("<section aria-labelledby=\"seen\"><h2 id=\"seen\">What the browser saw</h2>\n<div class=\"pictures\">\n");
        foreach (var (picture, index) in pictures.Select((picture, index) => (picture, index)))
        {
            var file = "pictures/" + PictureName(index);
            html.Append($"  <figure><a href=\"{file}\"><img src=\"{file}\" alt=\"Screenshot: {Text(picture.Caption)}\" loading=\"lazy\"></a><figcaption>{Text(picture.Caption)}</figcaption></figure>\n");
        }
        html.Append("</div></section>\n");
    }

    private static void AppendDeployments(StringBuilder html, IReadOnlyList<DeploymentRecord> deployments)
    {
        if (deployments.Count == 0) return;
        html.Append("<section aria-labelledby=\"ledger\"><h2 id=\"ledger\">Deployments</h2>\n");
        foreach (var record in deployments)
        {
            var state = record.Outcome switch { DeploymentOutcome.Succeeded => "passed", DeploymentOutcome.Failed => "failed", _ => "partial" };
            var what = record.IsRollback ? "rollback to " : "";
            html.Append($"""
                <details><summary><span class="{state}">{Words(record.Outcome)}</span> {Text(record.Environment)}: {what}{Text(record.Release.Version)} <code>{record.Release.Artifact.Digest.Prefix}</code> <small>{record.Started:HH:mm:ss} by {Text(record.Actor)}</small></summary>
                <ol>{string.Concat(record.Steps.Select(step => $"<li class=\"{(step.Failed ? "failed" : "")}\"><strong>{Text(step.Name)}</strong> {Seconds(step.Seconds)} — {Text(step.Detail)}</li>"))}</ol></details>

                """);
        }
        html.Append("</section>\n");
    }

    private static string Words(DeploymentOutcome outcome) => outcome switch
    {
        DeploymentOutcome.Succeeded => "Succeeded",
        DeploymentOutcome.Refused => "Refused",
        DeploymentOutcome.RolledBack => "Rolled back",
        DeploymentOutcome.Interrupted => "Interrupted",
        _ => "Failed",
    };

    private static string PictureName(int index) => $"{index + 1}.png";

    private static string Seconds(double seconds) => $"{seconds.ToString("0.0", CultureInfo.InvariantCulture)} s";

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Embedded(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
