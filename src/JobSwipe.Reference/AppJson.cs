using System.Text.Json.Serialization;
using JobSwipe.Reference.Auth;
using JobSwipe.Reference.Health;
using JobSwipe.Reference.Jobs;

namespace JobSwipe.Reference;

/// <summary>Everything that is read or written as JSON, with the field names of the product's API.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(FeedAnswer))]
[JsonSerializable(typeof(MatchesAnswer))]
[JsonSerializable(typeof(SwipeRequest))]
[JsonSerializable(typeof(SwipeAnswer))]
[JsonSerializable(typeof(Credentials))]
[JsonSerializable(typeof(TokenAnswer))]
internal sealed partial class AppJson : JsonSerializerContext;

/// <summary>An error's answer.</summary>
/// <param name="Detail">What is wrong, for people.</param>
internal sealed record Problem(string Detail);
