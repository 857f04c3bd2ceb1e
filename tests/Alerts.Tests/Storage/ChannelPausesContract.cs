using Alerts.Core.Delivery.Operating;
using Alerts.Core.Subscriptions;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Storage;

public abstract class ChannelPausesContract : StoreContract<IChannelPauses>
{
    [Fact]
    public async Task Channels_are_paused_and_resumed()
    {
        var pauses = await NewStoreAsync();
        var pause = new ChannelPause(ChannelKind.Webhook, Some.Now, "key:a Ops", "receivers are moving");
        Assert.Empty(await pauses.ListAsync(Cancellation));

        await pauses.PauseAsync(pause with { Reason = "at first" }, Cancellation);
        await pauses.PauseAsync(pause, Cancellation);

        Assert.Equal([pause], await pauses.ListAsync(Cancellation));
        Assert.False(await pauses.ResumeAsync(ChannelKind.Email, Cancellation));
        Assert.True(await pauses.ResumeAsync(ChannelKind.Webhook, Cancellation));
        Assert.Empty(await pauses.ListAsync(Cancellation));
    }

    public sealed class InMemory : ChannelPausesContract
    {
        protected override Task<IChannelPauses> NewStoreAsync() => Task.FromResult<IChannelPauses>(new MemoryChannelPauses());
    }

    public sealed class InTables(AzuriteFixture azurite) : ChannelPausesContract
    {
        protected override Task<IChannelPauses> NewStoreAsync() => InStorageAsync(azurite);
    }
}
