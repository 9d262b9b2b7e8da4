namespace JobSwipe.Releases.Inspection;

/// <summary>Reads an application's folder and says what is wrong with its delivery. Runs nothing of it but <c>bash -n</c>, which reads only.</summary>
public static class Inspector
{
    /// <summary>Inspects a folder, with the workflows of the repository that it lies in.</summary>
    /// <exception cref="ApplicationInvalid">There is no such folder.</exception>
    public static InspectReport Inspect(string folder)
    {
        if (!Directory.Exists(folder)) throw new ApplicationInvalid(folder, "the folder does not exist");
        var read = InspectedFolder.Read(folder);
        var findings = InspectRules.All.SelectMany(rule => rule.Check(read).Distinct()
            .Select(problem => new InspectFinding(rule.Name, rule.Severity, problem.File.Name, problem.Line, problem.Message, rule.Why, rule.Fix)));
        return new InspectReport(read.Files.Count,
            [.. findings.OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line).ThenBy(finding => finding.Rule, StringComparer.Ordinal)]);
    }
}
