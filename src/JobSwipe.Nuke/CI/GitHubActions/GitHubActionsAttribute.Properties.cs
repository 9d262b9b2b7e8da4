namespace Nuke.Common.CI.GitHubActions;

public partial class GitHubActionsAttribute
{
    private GitHubActionsSubmodules? _submodules;
    private bool? _lfs;
    private uint? _fetchDepth;
    private bool? _progress;
    private string _filter;

    /// <summary>What starts the workflow, without conditions.</summary>
    public GitHubActionsTrigger[] On { get; set; } = [];

    /// <summary>Pushes to these branches start it.</summary>
    public string[] OnPushBranches { get; set; } = [];

    /// <summary>Pushes to other branches than these start it.</summary>
    public string[] OnPushBranchesIgnore { get; set; } = [];

    /// <summary>These tags start it.</summary>
    public string[] OnPushTags { get; set; } = [];

    /// <summary>Other tags than these start it.</summary>
    public string[] OnPushTagsIgnore { get; set; } = [];

    /// <summary>Pushes that change these files start it.</summary>
    public string[] OnPushIncludePaths { get; set; } = [];

    /// <summary>Pushes that change other files than these start it.</summary>
    public string[] OnPushExcludePaths { get; set; } = [];

    /// <summary>Pull requests to these branches start it.</summary>
    public string[] OnPullRequestBranches { get; set; } = [];

    /// <summary>Pull requests to these tags start it.</summary>
    public string[] OnPullRequestTags { get; set; } = [];

    /// <summary>Pull requests that change these files start it.</summary>
    public string[] OnPullRequestIncludePaths { get; set; } = [];

    /// <summary>Pull requests that change other files than these start it.</summary>
    public string[] OnPullRequestExcludePaths { get; set; } = [];

    /// <summary>What a person who starts it may say.</summary>
    public string[] OnWorkflowDispatchOptionalInputs { get; set; } = [];

    /// <summary>What a person who starts it must say.</summary>
    public string[] OnWorkflowDispatchRequiredInputs { get; set; } = [];

    /// <summary>When it starts by the clock, in UTC.</summary>
    public string OnCronSchedule { get; set; }

    /// <summary>Parameters that are filled from secrets.</summary>
    public string[] ImportSecrets { get; set; } = [];

    /// <summary>Whether the build gets the job's token.</summary>
    public bool EnableGitHubToken { get; set; }

    /// <summary>What the token may change.</summary>
    public GitHubActionsPermissions[] WritePermissions { get; set; } = [];

    /// <summary>What the token may see.</summary>
    public GitHubActionsPermissions[] ReadPermissions { get; set; } = [];

    /// <summary>What is taken over from earlier runs.</summary>
    public string[] CacheIncludePatterns { get; set; } = [".nuke/temp", "~/.nuget/packages"];

    /// <summary>What of it is not.</summary>
    public string[] CacheExcludePatterns { get; set; } = [];

    /// <summary>Files with whose change it is of no use any more; none for no cache.</summary>
    public string[] CacheKeyFiles { get; set; } = ["**/global.json", "**/*.csproj", "**/Directory.Packages.props"];

    /// <summary>Whether what targets produce is kept.</summary>
    public bool PublishArtifacts { get; set; } = true;

    /// <summary>When it is kept.</summary>
    public string PublishCondition { get; set; }

    /// <summary>After how many minutes a job is ended; 0 for GitHub's 6 hours.</summary>
    public int TimeoutMinutes { get; set; }

    /// <summary>Runs of one group wait for each other.</summary>
    public string ConcurrencyGroup { get; set; }

    /// <summary>Whether a new run ends the one before.</summary>
    public bool ConcurrencyCancelInProgress { get; set; }

    /// <summary>Jobs of one group wait for each other.</summary>
    public string JobConcurrencyGroup { get; set; }

    /// <summary>Whether a new job ends the one before.</summary>
    public bool JobConcurrencyCancelInProgress { get; set; }

    /// <summary>The environment that the jobs work on.</summary>
    public string EnvironmentName { get; set; }

    /// <summary>Where that environment is seen.</summary>
    public string EnvironmentUrl { get; set; }

    /// <summary>The targets to execute.</summary>
    public string[] InvokedTargets { get; set; } = [];

    /// <summary>Which submodules are checked out. As in NUKE, it can only be set.</summary>
    public GitHubActionsSubmodules Submodules
    {
        get => throw new NotSupportedException();
        set => _submodules = value;
    }

    /// <summary>Whether large files are fetched. As in NUKE, it can only be set.</summary>
    public bool Lfs
    {
        get => throw new NotSupportedException();
        set => _lfs = value;
    }

    /// <summary>How many commits are fetched; 0 for all. As in NUKE, it can only be set.</summary>
    public uint FetchDepth
    {
        get => throw new NotSupportedException();
        set => _fetchDepth = value;
    }

    /// <summary>Whether progress of the checkout is shown. As in NUKE, it can only be set.</summary>
    public bool Progress
    {
        get => throw new NotSupportedException();
        set => _progress = value;
    }

    /// <summary>Which objects are fetched. As in NUKE, it can only be set.</summary>
    public string Filter
    {
        get => throw new NotSupportedException();
        set => _filter = value;
    }
}
