using System.Text.Json;
using JobSwipe.Monitoring.Dashboards;
using NJsonSchema;

namespace JobSwipe.Monitoring.Tests;

public sealed class DashboardTests
{
    [Fact]
    public async Task Every_dashboard_keeps_grafanas_schema()
    {
        var schema = await SchemaAsync();

        foreach (var dashboard in AllDashboards.All)
            schema.Validate(DashboardFile.Write(dashboard)).Select(error => $"{dashboard.Title}: {error}").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_schema_refuses_what_is_wrong()
    {
        var schema = await SchemaAsync();

        // The wrapper of the HTTP API, which file provisioning refuses.
        schema.Validate($"{{\"dashboard\":{DashboardFile.Write(AllDashboards.All[0])}}}").ShouldNotBeEmpty();
        schema.Validate(DashboardFile.Write(AllDashboards.All[0]).Replace("\"gridPos\"", "\"gridpos\"")).ShouldNotBeEmpty();
    }

    [Fact]
    public void Uids_and_panel_ids_are_unique_and_every_panel_has_a_unit_and_the_source()
    {
        AllDashboards.All.Select(dashboard => dashboard.Uid).ShouldBeUnique();
        foreach (var panels in AllDashboards.All.Select(Panels))
        {
            panels.Select(panel => panel.GetProperty("id").GetInt32()).ShouldBeUnique();
            panels.ShouldAllBe(panel => panel.GetProperty("fieldConfig").GetProperty("defaults").GetProperty("unit").GetString() != "");
            panels.ShouldAllBe(panel => panel.GetProperty("datasource").GetProperty("uid").GetString() == "${datasource}");
        }
    }

    [Fact]
    public void No_panel_lies_on_another()
    {
        foreach (var panels in AllDashboards.All.Select(Panels))
        {
            var cells = panels.SelectMany(panel =>
            {
                var place = panel.GetProperty("gridPos");
                var (x, y, w, h) = (place.GetProperty("x").GetInt32(), place.GetProperty("y").GetInt32(), place.GetProperty("w").GetInt32(), place.GetProperty("h").GetInt32());
                (x + w).ShouldBeLessThanOrEqualTo(24);
                return Enumerable.Range(x, w).SelectMany(column => Enumerable.Range(y, h).Select(row => (column, row)));
            });
            cells.ShouldBeUnique();
        }
    }

    [Fact]
    public void A_dashboard_asks_less_than_thirty_queries() =>
        AllDashboards.All.ShouldAllBe(dashboard => dashboard.Panels.Sum(panel => panel.Queries.Count) < 30);

    // A reference beside other keys at the root is more than the validator follows.
    private static async Task<JsonSchema> SchemaAsync()
    {
        using var reader = new StreamReader(typeof(DashboardTests).Assembly.GetManifestResourceStream("dashboard-schema")!);
        var document = System.Text.Json.Nodes.JsonNode.Parse(await reader.ReadToEndAsync(TestContext.Current.CancellationToken))!.AsObject();
        document.Remove("$ref");
        foreach (var (key, value) in document["definitions"]!["Dashboard"]!.AsObject().ToArray()) document[key] = value!.DeepClone();
        return await JsonSchema.FromJsonAsync(document.ToJsonString(), TestContext.Current.CancellationToken);
    }

    private static JsonElement[] Panels(Dashboard dashboard) => [.. JsonDocument.Parse(DashboardFile.Write(dashboard)).RootElement.GetProperty("panels").EnumerateArray()];
}
