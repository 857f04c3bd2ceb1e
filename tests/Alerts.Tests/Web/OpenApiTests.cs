using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using static Alerts.Tests.Web.ApiRequests;

namespace Alerts.Tests.Web;

public sealed class OpenApiTests(SharedWebHost shared) : IClassFixture<SharedWebHost>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>After a wanted change: run this test with ALERTS_WRITE_OPENAPI=1 and review what it wrote.</summary>
    [Fact]
    public async Task The_description_that_is_served_is_the_one_that_is_checked_in()
    {
        var host = shared.Host;
        var document = JsonNode.Parse(await host.Client.GetStringAsync("/openapi/v1.json", Stop))!;
        document.AsObject().Remove("servers");
        var served = document.ToJsonString(Indented) + "\n";
        var file = Path.Combine(SourceFolder(), "../../../src/Alerts.Web/openapi.json");
        if (Environment.GetEnvironmentVariable("ALERTS_WRITE_OPENAPI") == "1")
        {
            await File.WriteAllTextAsync(file, served, Stop);
        }

        Assert.Equal(await File.ReadAllTextAsync(file, Stop), served);
    }

    [Fact]
    public async Task Every_endpoint_of_the_API_is_described_with_an_id_and_a_summary()
    {
        var host = shared.Host;
        var document = JsonNode.Parse(await host.Client.GetStringAsync("/openapi/v1.json", Stop))!;
        var described = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => (Path: path.Key.TrimEnd('/'), Operation: operation.Value!))).ToList();
        var mapped = host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal)).Select(endpoint => endpoint.RoutePattern.RawText!.TrimEnd('/')).Distinct();

        Assert.Equal(mapped.Order(), described.Select(one => one.Path).Where(path => path.StartsWith("/api", StringComparison.Ordinal)).Distinct().Order());
        Assert.All(described, one => Assert.False(string.IsNullOrEmpty((string?)one.Operation["operationId"])));
        Assert.All(described, one => Assert.False(string.IsNullOrEmpty((string?)one.Operation["summary"])));
    }

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
