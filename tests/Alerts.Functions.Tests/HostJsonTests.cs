using System.Text.Json;

namespace Alerts.Functions.Tests;

public sealed class HostJsonTests
{
    private static readonly JsonElement Root = JsonDocument.Parse(Repository.Read("host.json")).RootElement;

    private static readonly JsonElement Extensions = Root.GetProperty("extensions");

    private static readonly JsonElement QueueSettings = Extensions.GetProperty("queues");

    [Fact]
    public void A_message_is_tried_five_times() => Assert.Equal(5, QueueSettings.GetProperty("maxDequeueCount").GetInt32());

    // The queue client's own default is None; base64 there would make every message of the other host unreadable here.
    [Fact]
    public void Messages_are_plain_text_as_the_queue_client_sends_them() => Assert.Equal("none", QueueSettings.GetProperty("messageEncoding").GetString());

    // The host's default lets an idle queue wait for up to a minute: five hops would be five minutes.
    [Fact]
    public void An_idle_queue_is_looked_at_every_two_seconds() =>
        Assert.InRange(TimeSpan.Parse(QueueSettings.GetProperty("maxPollingInterval").GetString()!, null), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

    [Fact]
    public void Paths_begin_at_the_root() => Assert.Equal("", Extensions.GetProperty("http").GetProperty("routePrefix").GetString());

    // Both write the whole address of each request on the level Information, and readers' tokens stand in addresses.
    [Theory]
    [InlineData("Microsoft.AspNetCore")]
    [InlineData("Yarp")]
    public void The_host_logs_no_addresses(string category) =>
        Assert.Equal("Warning", Root.GetProperty("logging").GetProperty("logLevel").GetProperty(category).GetString());
}
