using System.Globalization;
using Alerts.Core.Sources.WebSub;
using Microsoft.Extensions.Options;

namespace Alerts.Infrastructure.Fetching.WebSub;

public sealed class HubClient : IHubClient, IDisposable
{
    private readonly HttpClient client;

    public HubClient(IOptions<FetchingOptions> options, AddressGuard guard)
    {
        ArgumentNullException.ThrowIfNull(options);
        client = new HttpClient(GuardedHttpHandler.Create(options.Value, guard)) { Timeout = TimeSpan.FromSeconds(10) };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(options.Value.UserAgent);
    }

    public async Task<string?> AskAsync(Uri hub, IReadOnlyList<KeyValuePair<string, string>> form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(hub);
        try
        {
            using var content = new FormUrlEncodedContent(form);
            using var request = new HttpRequestMessage(HttpMethod.Post, hub) { Content = content };
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.IsSuccessStatusCode ? null : string.Create(CultureInfo.InvariantCulture, $"the hub answered {(int)response.StatusCode}");
        }
        catch (HttpRequestException e)
        {
            return TransportFailure.Describe(e, hub).Reason;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "the hub did not answer in time";
        }
    }

    public void Dispose() => client.Dispose();
}
