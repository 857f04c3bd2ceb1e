using Alerts.Core.Delivery;
using Alerts.Core.Messaging;
using Alerts.Core.Operations;
using Alerts.Infrastructure.Storage;
using Alerts.Tests.Azurite;

namespace Alerts.Tests.Storage;

public sealed class QueueTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_plain_json_and_is_kept_for_ever()
    {
        await using var storage = await azurite.NewStorageAsync();
        await storage.GetRequiredService<IMessageQueue>().SendAsync(QueueNames.Announce, new AnnounceMessage(["<제목> & \"🚨\""]), cancellationToken: Cancellation);

        var message = (await storage.GetRequiredService<StorageClients>().Queue(QueueNames.Announce).ReceiveMessageAsync(cancellationToken: Cancellation)).Value;

        Assert.StartsWith("{\"storyIds\":[\"<제목> & ", message.Body.ToString(), StringComparison.Ordinal);
        Assert.Equal("<제목> & \"🚨\"", MessageJson.Read<AnnounceMessage>(message.Body.ToString()).StoryIds.Single());
        Assert.True(message.ExpiresOn > message.InsertedOn!.Value.AddYears(10), $"{message.ExpiresOn}");
    }

    [Fact]
    public async Task A_delayed_message_waits()
    {
        await using var storage = await azurite.NewStorageAsync();
        await storage.GetRequiredService<IMessageQueue>().SendAsync(QueueNames.Fetch, new FetchMessage(["a"]), TimeSpan.FromDays(7), Cancellation);
        var queue = storage.GetRequiredService<StorageClients>().Queue(QueueNames.Fetch);

        Assert.Null((await queue.ReceiveMessageAsync(cancellationToken: Cancellation)).Value);
        Assert.Equal(1, (await queue.GetPropertiesAsync(Cancellation)).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task What_a_queue_does_not_take_is_refused_before_it_is_sent()
    {
        await using var storage = await azurite.NewStorageAsync();
        var queue = storage.GetRequiredService<IMessageQueue>();

        var tooLarge = await Assert.ThrowsAsync<InvalidOperationException>(() => queue.SendAsync(QueueNames.Fetch, new FetchMessage([new string('é', 33_000)]), cancellationToken: Cancellation));
        Assert.Matches("66[0-9]{3} bytes", tooLarge.Message);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => queue.SendAsync(QueueNames.Fetch, new FetchMessage([]), TimeSpan.FromDays(8), Cancellation));
        await queue.SendAsync(QueueNames.Fetch, new FetchMessage([new string('x', 65_000)]), cancellationToken: Cancellation);
        Assert.Equal(1, storage.GetRequiredService<StorageRequestCounter>().Total);
    }

    [Fact]
    public async Task Dead_letters_are_seen_without_being_taken_and_go_back_one_or_all()
    {
        await using var storage = await azurite.NewStorageAsync();
        var clients = storage.GetRequiredService<StorageClients>();
        var letters = storage.GetRequiredService<IDeadLetters>();
        foreach (var number in Enumerable.Range(1, 40))
        {
            await clients.Queue(QueueNames.PoisonOf(QueueNames.Email)).SendMessageAsync($"m{number}", Cancellation);
        }

        await clients.Queue(QueueNames.PoisonOf(QueueNames.Read)).SendMessageAsync("r1", Cancellation);

        var seen = await letters.ListAsync(null, Cancellation);
        Assert.Equal(33, seen.Count);
        Assert.Equal(seen.Where(letter => letter.Queue == QueueNames.Read), await letters.ListAsync(QueueNames.Read, Cancellation));
        Assert.Equal(1, await letters.ReplayAsync(QueueNames.Email, seen.First(letter => letter.Body == "m7").MessageId, Cancellation));
        Assert.Equal(0, await letters.ReplayAsync(null, "absent", Cancellation));
        Assert.Equal("m7", (await clients.Queue(QueueNames.Email).PeekMessageAsync(Cancellation)).Value.Body.ToString());
        Assert.Equal(40, await letters.ReplayAsync(null, null, Cancellation));

        var counts = await letters.CountAsync(Cancellation);
        Assert.Equal((40, 0, 1, 0), (counts["email"], counts["email-poison"], counts["read"], counts["read-poison"]));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => letters.ListAsync("other", Cancellation));
    }

    [Fact]
    public async Task The_queues_are_looked_at_without_anything_being_taken()
    {
        await using var storage = await azurite.NewStorageAsync();
        var queue = storage.GetRequiredService<IMessageQueue>();
        var before = DateTimeOffset.UtcNow;
        await queue.SendAsync(QueueNames.Email, new EmailMessage(["a"]), cancellationToken: Cancellation);
        await queue.SendAsync(QueueNames.Email, new EmailMessage(["b"]), cancellationToken: Cancellation);
        await queue.SendAsync(QueueNames.Webhook, new WebhookMessage(["later"]), TimeSpan.FromHours(1), Cancellation);
        await storage.GetRequiredService<StorageClients>().Queue(QueueNames.PoisonOf(QueueNames.Read)).SendMessageAsync("r1", Cancellation);
        var watch = storage.GetRequiredService<IQueueWatch>();

        var first = (await watch.ReadAsync(Cancellation)).ToDictionary(reading => reading.Queue);
        var second = (await watch.ReadAsync(Cancellation)).ToDictionary(reading => reading.Queue);

        Assert.Equal(first, second);
        Assert.Equal(QueueNames.All.Order(), first.Keys.Order());
        Assert.Equal((2, 0), (first[QueueNames.Email].Waiting, first[QueueNames.Email].DeadLetters));
        Assert.InRange(first[QueueNames.Email].OldestAt!.Value, before.AddSeconds(-2), DateTimeOffset.UtcNow.AddSeconds(2));
        Assert.Equal(new QueueReading(QueueNames.Webhook, null, 1, 0), first[QueueNames.Webhook]);
        Assert.Equal(new QueueReading(QueueNames.Read, null, 0, 1), first[QueueNames.Read]);
    }

    [Fact]
    public async Task Storage_that_is_there_is_ready_and_without_tables_says_so()
    {
        await using var storage = await azurite.NewStorageAsync();
        var health = storage.GetRequiredService<IStorageHealth>();

        Assert.Equal(StorageHealthReport.Ok, await health.CheckAsync(Cancellation));
        await storage.GetRequiredService<StorageClients>().TableClient(TableNames.Sources).DeleteAsync(Cancellation);
        Assert.Contains("created when the application starts", (await health.CheckAsync(Cancellation)).Reason, StringComparison.Ordinal);
    }
}
