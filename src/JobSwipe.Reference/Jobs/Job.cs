namespace JobSwipe.Reference.Jobs;

/// <summary>A job as the API shows it.</summary>
internal sealed record Job(
    Guid Id,
    string Title,
    string? Company,
    string? Location,
    string? Description,
    string? SalaryRange,
    string? Type,
    string? ApplyUrl,
    string Source,
    DateTime? CreatedAt);

/// <summary>The next jobs of a feed.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="NextCursor">Asks for those after; null when there are none.</param>
internal sealed record FeedAnswer(IReadOnlyList<Job> Items, string? NextCursor);

/// <summary>The jobs that a user swiped right.</summary>
/// <param name="Items">Last saved first.</param>
internal sealed record MatchesAnswer(IReadOnlyList<Job> Items);

/// <summary>A swipe.</summary>
/// <param name="Action"><c>right</c> saves, <c>left</c> passes.</param>
internal sealed record SwipeRequest(string? Action);

/// <summary>What a swipe came to.</summary>
internal sealed record SwipeAnswer(Guid JobId, string Action, bool Saved);
