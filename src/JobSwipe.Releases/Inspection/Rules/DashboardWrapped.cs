using System.Text.RegularExpressions;

namespace JobSwipe.Releases.Inspection.Rules;

internal sealed class DashboardWrapped : InspectRule
{
    public override string Why => "File provisioning wants the dashboard itself; one in a \"dashboard\" wrapper, as the HTTP API takes it, is refused in Grafana's log and never appears.";

    public override string Fix => "Take the object out of \"dashboard\", and give it a title and a uid.";

    internal override IEnumerable<Problem> Check(InspectedFolder at)
    {
        foreach (var file in at.Named(".json"))
            if (Regex.Match(file.Text, @"^\s*\{\s*(""(overwrite|folderId|folderUid|message|inputs)""\s*:\s*[^,{\[]+,\s*)*""dashboard""\s*:\s*\{") is { Success: true } match && file.Text.Contains("\"panels\"", StringComparison.Ordinal))
                yield return file.At(file.LineOf(file.Text.IndexOf("\"dashboard\"", match.Index, StringComparison.Ordinal)), "the dashboard lies in a wrapper");
    }
}
