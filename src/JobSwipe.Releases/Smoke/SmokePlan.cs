using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using JobSwipe.Tools;

namespace JobSwipe.Releases.Smoke;

/// <summary>What a smoke test does, as an application declares it in <c>smoke.json</c>. <c>${name}</c> stands for a captured value.</summary>
/// <param name="Http">Requests, in order; later ones can use what earlier ones captured.</param>
/// <param name="Browser">Journeys through the pages in a real browser.</param>
public sealed record SmokePlan(IReadOnlyList<HttpCheck> Http, IReadOnlyList<Journey> Browser)
{
    /// <summary>Whether the page that each journey ends on is looked at for accessibility (WCAG 2.1 AA).</summary>
    [JsonIgnore]
    public bool Accessible { get; init; } = true;

    /// <summary>A path that must answer 2xx all the time, also while releases are switched; best one that asks the database.</summary>
    public string Probe { get; init; } = "/health";

    /// <summary>Variables that break the application on purpose, for a rehearsal's bad release; empty when it has no such switch.</summary>
    public IReadOnlyDictionary<string, string> Fault { get; init; } = new Dictionary<string, string>();

    /// <summary>What a release must keep while it is watched after its switch.</summary>
    public Slo Slo { get; init; } = new();

    private static readonly JsonSerializerOptions Strict = new(Tools.Json.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads a plan. An unknown key is an error: a misspelt check would never fail.</summary>
    public static SmokePlan Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<SmokePlan>(File.ReadAllText(path), Strict) ?? throw new JsonException("it is null");
        }
        catch (JsonException exception)
        {
            throw new DeliveryError($"{path} is not a smoke plan: {exception.Message}", "Correct it; README.md of JobSwipe.Releases names every kind of check.", exception);
        }
    }
}

/// <summary>One request and what its answer must be.</summary>
public sealed record HttpCheck
{
    /// <summary>What it proves, for people.</summary>
    public required string Name { get; init; }

    /// <summary>GET when not given.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>Path and query.</summary>
    public required string Path { get; init; }

    /// <summary>The expected status code.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Request headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>A JSON body.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>Expected values by dotted path, for example <c>items.0.id</c>; <c>*</c> is any value but null.</summary>
    public IReadOnlyDictionary<string, string> Json { get; init; } = new Dictionary<string, string>();

    /// <summary>Response headers that must be there, each with a text that it must contain.</summary>
    public IReadOnlyDictionary<string, string> ExpectHeaders { get; init; } = new Dictionary<string, string>();

    /// <summary>Values to keep: name, and the dotted path to take it from.</summary>
    public IReadOnlyDictionary<string, string> Capture { get; init; } = new Dictionary<string, string>();
}

/// <summary>A way through the pages. Errors on the browser's console and failed requests always fail it.</summary>
/// <param name="Name">What it proves, for people.</param>
/// <param name="Device"><c>phone</c> (390 × 844, touch) or <c>desktop</c> (1280 × 800).</param>
/// <param name="Steps">What to do, in order.</param>
public sealed record Journey(string Name, string Device, IReadOnlyList<JourneyStep> Steps);

/// <summary>One step: exactly one of its kinds is given.</summary>
public sealed record JourneyStep
{
    /// <summary>Opens a path.</summary>
    public string? Open { get; init; }

    /// <summary>Clicks an element.</summary>
    public string? Click { get; init; }

    /// <summary>Types <see cref="Text"/> into a field.</summary>
    public string? Fill { get; init; }

    /// <summary>Presses a key, for example <c>ArrowRight</c>.</summary>
    public string? Press { get; init; }

    /// <summary>How often to click or press, waiting for the element before each.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Waits until as many elements as <see cref="Count"/> match.</summary>
    public string? Expect { get; init; }

    /// <summary>How many must match <see cref="Expect"/>; any number above zero when not given.</summary>
    public int? Count { get; init; }

    /// <summary>Text to type, or that the first element matching <see cref="Expect"/> must contain.</summary>
    public string? Text { get; init; }
}
