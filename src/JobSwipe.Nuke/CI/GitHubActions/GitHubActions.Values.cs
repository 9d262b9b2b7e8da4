using System.Globalization;
using System.Text.Json;
using Nuke.Common.IO;

namespace Nuke.Common.CI.GitHubActions;

public partial class GitHubActions
{
    /// <summary>The home folder of the runner.</summary>
    public string Home => Variable("HOME");

    /// <summary>The name of the workflow.</summary>
    public string Workflow => Variable("GITHUB_WORKFLOW");

    /// <summary>The name of the step's action.</summary>
    public string Action => Variable("GITHUB_ACTION");

    /// <summary>Who started the run.</summary>
    public string Actor => Variable("GITHUB_ACTOR");

    /// <summary>Owner and name of the repository.</summary>
    public string Repository => Variable("GITHUB_REPOSITORY");

    /// <summary>Owner of the repository.</summary>
    public string RepositoryOwner => Variable("GITHUB_REPOSITORY_OWNER");

    /// <summary>The event that started the run.</summary>
    public string EventName => Variable("GITHUB_EVENT_NAME");

    /// <summary>The file that describes the event.</summary>
    public string EventPath => Variable("GITHUB_EVENT_PATH");

    /// <summary>Where the repository is checked out.</summary>
    public string Workspace => Variable("GITHUB_WORKSPACE");

    /// <summary>The commit.</summary>
    public string Sha => Variable("GITHUB_SHA");

    /// <summary>The full name of the branch or tag.</summary>
    public string Ref => Variable("GITHUB_REF");

    /// <summary>The short name of the branch or tag.</summary>
    public string RefName => Variable("GITHUB_REF_NAME");

    /// <summary><c>branch</c> or <c>tag</c>.</summary>
    public string RefType => Variable("GITHUB_REF_TYPE");

    /// <summary>The branch that a pull request comes from.</summary>
    public string HeadRef => Variable("GITHUB_HEAD_REF");

    /// <summary>The branch that a pull request goes to.</summary>
    public string BaseRef => Variable("GITHUB_BASE_REF");

    /// <summary>The address of the server.</summary>
    public string ServerUrl => Variable("GITHUB_SERVER_URL");

    /// <summary>The id of the job in the workflow.</summary>
    public string Job => Variable("GITHUB_JOB");

    /// <summary>The token of the job, if the workflow hands it over.</summary>
    public string Token => Variable("GITHUB_TOKEN");

    /// <summary>The number of the attempt, from 1.</summary>
    public long RunAttempt => Number("GITHUB_RUN_ATTEMPT");

    /// <summary>The number of the run in its workflow.</summary>
    public long RunNumber => Number("GITHUB_RUN_NUMBER");

    /// <summary>The id of the run.</summary>
    public long RunId => Number("GITHUB_RUN_ID");

    /// <summary>Whether the run is for a pull request.</summary>
    public bool IsPullRequest => EventName is "pull_request" or "pull_request_target";

    /// <summary>The number of the pull request, or null.</summary>
    public int? PullRequestNumber => Event(x => x.TryGetProperty("number", out var number) ? number.GetInt32() : (int?)null);

    /// <summary>What happened to the pull request, or null.</summary>
    public string PullRequestAction => Event(x => x.TryGetProperty("action", out var action) ? action.GetString() : null);

    /// <summary>The file for the summary of the step.</summary>
    public AbsolutePath StepSummaryFile => Variable("GITHUB_STEP_SUMMARY") is { Length: > 0 } file ? file : null;

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name);

    private static long Number(string name) =>
        long.TryParse(Variable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private T Event<T>(Func<JsonElement, T> read)
    {
        if (!IsPullRequest || !File.Exists(EventPath))
            return default;
        using var document = JsonDocument.Parse(File.ReadAllText(EventPath));
        return read(document.RootElement);
    }
}
