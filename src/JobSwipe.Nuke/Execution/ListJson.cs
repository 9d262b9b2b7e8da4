using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Nuke.Common.Parameters;

namespace Nuke.Common.Execution;

/// <summary>What <c>--list json</c> shows, for programs.</summary>
internal static class ListJson
{
    public static string Text(NukeBuild build, IReadOnlyList<ParameterMember> parameters)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("targets");
            foreach (var target in build.ExecutableTargets)
                Write(json, target);
            json.WriteEndArray();
            json.WriteStartArray("parameters");
            foreach (var parameter in parameters)
                Write(json, parameter);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, ExecutableTarget target)
    {
        json.WriteStartObject();
        json.WriteString("name", target.Name);
        json.WriteString("description", target.Description);
        json.WriteBoolean("default", target.IsDefault);
        json.WriteBoolean("listed", target.Listed);
        WriteArray(json, "dependsOn", target.ExecutionDependencies.Select(x => x.Name));
        WriteArray(json, "after", target.OrderDependencies.Select(x => x.Name));
        WriteArray(json, "triggers", target.Triggers.Select(x => x.Name));
        WriteArray(json, "produces", target.ArtifactProducts);
        WriteArray(json, "consumes", target.ArtifactDependencies.Select(x => x.Key.Name));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ParameterMember parameter)
    {
        json.WriteStartObject();
        json.WriteString("name", parameter.Name);
        json.WriteString("option", parameter.Option);
        json.WriteString("description", parameter.Description);
        json.WriteBoolean("secret", parameter.IsSecret);
        json.WriteBoolean("required", parameter.IsRequired);
        json.WriteBoolean("list", parameter.IsList);
        json.WriteString("expected", ValueSet.Expected(parameter));
        if (ValueSet.Of(parameter) is { } values)
            WriteArray(json, "values", values);
        json.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            json.WriteStringValue(item);
        json.WriteEndArray();
    }
}
