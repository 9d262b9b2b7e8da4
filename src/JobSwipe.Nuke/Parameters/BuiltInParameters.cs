namespace Nuke.Common.Parameters;

/// <summary>The parameters that every build has.</summary>
internal static class BuiltInParameters
{
    public static readonly IReadOnlyList<BuiltIn> All =
    [
        new("Target", "Targets to execute; the word --target can be left out", IsList: true),
        new("Skip", "Targets to leave out; all dependencies without a name", IsList: true),
        new("Parallel", "How many targets run at the same time; 1 runs them in order"),
        new("Patience", "Seconds that an interrupted build waits for its targets; default 30"),
        new("Continue", "Leaves out what succeeded in the previous attempt", IsSwitch: true),
        new("Plan", "Shows what would be executed: text, or html for a page in .nuke/temp"),
        new("List", "Lists targets and parameters as text or json"),
        new("Help", "Shows this help", IsSwitch: true),
        new("Profile", "Profiles to load from .nuke/parameters.PROFILE.json", IsList: true),
        new("Root", "The root directory, if it is not the nearest one that holds .nuke"),
        new("Host", "The host to behave for: Terminal or GitHubActions"),
        new("Verbosity", "Verbose, Normal, Minimal or Quiet"),
        new("NoLogo", "Leaves out the header line", IsSwitch: true),
        new("Partition", "The part to execute of a split target, like 1/3"),
        new("Completion", "Prints the completion script for bash, zsh or fish"),
        new("Complete", null, IsList: true)
    ];

    public static BuiltIn Find(string name)
    {
        var plain = ParameterName.Normalize(name);
        return All.FirstOrDefault(x => ParameterName.Normalize(x.Name) == plain);
    }

    /// <summary>One of them; without a description it is not shown.</summary>
    internal sealed record BuiltIn(string Name, string Description, bool IsSwitch = false, bool IsList = false)
    {
        public string Option => "--" + ParameterName.Dashed(Name);
    }
}
