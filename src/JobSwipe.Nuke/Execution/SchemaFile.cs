using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Nuke.Common.Parameters;

namespace Nuke.Common.Execution;

/// <summary>Keeps <c>.nuke/build.schema.json</c>, with which editors check and complete the parameter files.</summary>
internal static class SchemaFile
{
    public static void Update(NukeBuild build, IReadOnlyList<ParameterMember> parameters)
    {
        var file = BuildPaths.NukeDirectory / "build.schema.json";
        var stamp = BuildPaths.Temporary / "build.schema.stamp";
        byte[] version = [.. build.GetType().Module.ModuleVersionId.ToByteArray(), .. typeof(SchemaFile).Module.ModuleVersionId.ToByteArray()];

        // The same assembly has the same parameters: nothing to write, nothing to compare.
        if (File.Exists(file) && File.Exists(stamp) && File.ReadAllBytes(stamp).AsSpan().SequenceEqual(version))
            return;
        try
        {
            var json = Json(build, parameters);
            if (!File.Exists(file) || !File.ReadAllBytes(file).AsSpan().SequenceEqual(json))
                File.WriteAllBytes(file, json);
            File.WriteAllBytes(stamp, version);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Two builds at once, or a checkout that cannot be written to: editors can wait.
        }
    }

    public static byte[] Json(NukeBuild build, IReadOnlyList<ParameterMember> parameters)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://json-schema.org/draft-04/schema#");
            json.WriteString("type", "object");
            json.WriteStartObject("properties");
            var targets = build.ExecutableTargets.Select(x => x.Name).Order(StringComparer.Ordinal).ToList();
            var all = parameters.ToDictionary(x => x.Name, x => x, StringComparer.Ordinal);
            foreach (var builtIn in BuiltInParameters.All.Where(x => x.Description != null))
                all.TryAdd(builtIn.Name, null);
            foreach (var (name, parameter) in all.OrderBy(x => x.Key, StringComparer.Ordinal))
            {
                json.WriteStartObject(name);
                if (parameter is null)
                    Write(json, BuiltInParameters.Find(name), targets);
                else
                    Write(json, parameter);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static void Write(Utf8JsonWriter json, BuiltInParameters.BuiltIn builtIn, List<string> targets)
    {
        json.WriteString("description", builtIn.Description);
        var values = builtIn.Name switch
        {
            "Target" or "Skip" => targets,
            "Verbosity" => [.. Enum.GetNames<Verbosity>()],
            _ => null
        };
        Type(json, builtIn.IsSwitch ? "boolean" : builtIn.Name is "Parallel" or "Patience" ? "integer" : "string", builtIn.IsList, values);
    }

    private static void Write(Utf8JsonWriter json, ParameterMember parameter)
    {
        if (parameter.Description != null)
            json.WriteString("description", parameter.Description);
        var plain = ValueParser.ItemType(parameter.Type) ?? parameter.Type;
        plain = Nullable.GetUnderlyingType(plain) ?? plain;
        var type = plain == typeof(bool) ? "boolean" : plain == typeof(int) || plain == typeof(long) ? "integer" : "string";
        Type(json, type, ValueParser.ItemType(parameter.Type) != null, ValueSet.Of(parameter));
    }

    private static void Type(Utf8JsonWriter json, string type, bool isList, IReadOnlyList<string> values)
    {
        if (isList)
        {
            json.WriteString("type", "array");
            json.WriteStartObject("items");
        }

        json.WriteString("type", type);
        if (values != null)
        {
            json.WriteStartArray("enum");
            foreach (var value in values)
                json.WriteStringValue(value);
            json.WriteEndArray();
        }

        if (isList)
            json.WriteEndObject();
    }
}
