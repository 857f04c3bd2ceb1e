using System.Net;
using System.Text;
using System.Text.Json;

namespace Alerts.Tests.Web;

internal static class ApiRequests
{
    /// <summary>Ends with the test.</summary>
    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(this HttpClient client, string method, string path, string? json = null, string? contentType = "application/json")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (json is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        using var response = await client.SendAsync(request, Stop);
        var text = await response.Content.ReadAsStringAsync(Stop);
        return (response.StatusCode, text.StartsWith('{') || text.StartsWith('[') ? JsonSerializer.Deserialize<JsonElement>(text) : default);
    }

    public static string Text(this JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.ToString() : "";
}
