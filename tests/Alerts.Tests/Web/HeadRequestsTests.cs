using static Alerts.Tests.Web.ApiRequests;

namespace Alerts.Tests.Web;

public sealed class HeadRequestsTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/incidents")]
    [InlineData("/subscribe")]
    [InlineData("/health")]
    [InlineData("/feeds/dprk-crypto.rss")]
    [InlineData("/api/hits")]
    [InlineData("/nowhere")]
    [InlineData("/unsubscribe?token=none")]
    public async Task Head_answers_as_get_does_and_without_a_body(string path)
    {
        await using var host = await WebHost.StartAsync(kestrel: true);
        using var get = await host.Client.GetAsync(new Uri(path, UriKind.Relative), Stop);

        using var head = await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), Stop);

        Assert.Equal((get.StatusCode, get.Content.Headers.ContentType?.MediaType), (head.StatusCode, head.Content.Headers.ContentType?.MediaType));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Stop));
    }
}
