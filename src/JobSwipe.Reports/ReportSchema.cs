using System.Text.Json;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using JobSwipe.Tools;

namespace JobSwipe.Reports;

/// <summary>The JSON Schema (2020-12) of <c>report.json</c>, for whoever reads it: made of the types that are written, so the two cannot differ.</summary>
public static class ReportSchema
{
    /// <summary>The schema as text that ends with a line feed.</summary>
    public static string Write()
    {
        var options = new JsonSerializerOptions(Json.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver(), RespectNullableAnnotations = true };
        var schema = options.GetJsonSchemaAsNode(typeof(ReportData), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true }).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        return schema.ToJsonString(Json.Options) + "\n";
    }
}
