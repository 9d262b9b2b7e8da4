using System.Text.Json;
using System.Text.Json.Serialization;
using JobSwipe.Tools;

namespace JobSwipe.Security.Gate;

/// <summary>Reads files that people write: a key that nobody knows is an error, since what it should do would not happen.</summary>
internal static class StrictJson
{
    private static readonly JsonSerializerOptions Options = new(Json.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <exception cref="DeliveryError">It is not JSON of this shape; the key and the place are named.</exception>
    public static T Read<T>(string text, string name)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Options) ?? throw new JsonException("it is null");
        }
        catch (JsonException exception)
        {
            throw new DeliveryError($"{name} is not what it should be: {exception.Message}", "Correct it; src/JobSwipe.Security/README.md says what is in it.", exception);
        }
    }
}
