using System.Text.Json;
using Alerts.Core.Incidents;
using static Alerts.Tests.Web.ApiRequests;

namespace Alerts.Tests.Web;

public sealed class IncidentsApiTests(SharedWebHost shared) : IClassFixture<SharedWebHost>, IAsyncLifetime
{
    private HttpClient Client => shared.Host.Client;

    public async ValueTask InitializeAsync() => await ShippedIncidents.AddToAsync(shared.Host.Get<IIncidentStore>(), Stop);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Incidents_are_listed_with_their_facts()
    {
        var listing = JsonDocument.Parse(await Client.GetStringAsync("/api/incidents?take=3", Stop)).RootElement;

        Assert.Equal(3, listing.GetProperty("items").GetArrayLength());
        Assert.NotNull(listing.GetProperty("next").GetString());
        Assert.Equal("Bitget", listing.GetProperty("items")[0].GetProperty("facts").GetProperty("victims")[0].GetString());
    }

    [Fact]
    public async Task One_incident_has_its_claims_history_and_disagreements()
    {
        var incident = JsonDocument.Parse(await Client.GetStringAsync("/api/incidents/uwu-lend-2024-06", Stop)).RootElement;

        Assert.Equal(["MSMT report: North Korea", "tayvano: not North Korea"], incident.GetProperty("incident").GetProperty("disagreements").EnumerateArray().Select(line => line.GetString()));
        Assert.Contains(incident.GetProperty("claims").EnumerateArray(), claim => claim.GetProperty("field").GetString() == "attribution" && claim.GetProperty("publisher").GetString() == "MSMT report");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await Client.GetAsync("/api/incidents/absent", Stop)).StatusCode);
    }

    [Theory]
    [InlineData("csv", "text/csv", "bybit-2025-02,Bybit,2025-02-21,Bybit")]
    [InlineData("json", "application/json", "\"id\":\"bybit-2025-02\"")]
    [InlineData("stix", "application/stix+json", "\"relationship_type\":\"attributed-to\"")]
    public async Task Incidents_can_be_had_as_files(string format, string type, string part)
    {
        var answer = await Client.GetAsync($"/api/incidents/export?format={format}", Stop);

        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(part, await answer.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task Every_reference_in_the_bundle_leads_to_an_object_of_it()
    {
        var bundle = JsonDocument.Parse(await Client.GetStringAsync("/api/incidents/export?format=stix", Stop)).RootElement.GetProperty("objects").EnumerateArray().ToList();
        var ids = bundle.Select(item => item.GetProperty("id").GetString()).ToHashSet();
        var references = bundle.SelectMany(item => item.EnumerateObject()).Where(property => property.Name.EndsWith("_ref", StringComparison.Ordinal)).Select(property => property.Value.GetString());

        Assert.Equal(bundle.Count, ids.Count);
        Assert.All(references, reference => Assert.Contains(reference, ids));
        Assert.Contains(bundle, item => item.GetProperty("type").GetString() == "note");
    }

    [Fact]
    public async Task A_page_shows_the_ledger_and_no_script()
    {
        var page = await Client.GetStringAsync("/incidents/uwu-lend-2024-06", Stop);

        Assert.Contains("They do not agree on who did it:", page);
        Assert.DoesNotContain("<script", page);
        Assert.Contains("uwu-lend-2024-06", await Client.GetStringAsync("/incidents?cursor=", Stop) + await Client.GetStringAsync("/api/incidents/export?format=csv", Stop));
    }
}
