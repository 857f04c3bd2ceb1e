using Alerts.Core.Subscriptions;
using Alerts.Infrastructure.Storage;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.Tests.Storage;

public abstract class RateLimiterContract : StoreContract<Func<IRateLimiter>>
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    protected FakeTimeProvider Time { get; } = new(Some.Now);

    [Fact]
    public async Task A_window_slides_so_that_its_edge_lets_nobody_take_twice()
    {
        var limiter = (await NewStoreAsync())();
        for (var taken = 0; taken < 5; taken++)
        {
            Assert.Null(await limiter.TakeAsync("a", 5, Hour, Cancellation));
            Time.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.InRange((await limiter.TakeAsync("a", 5, Hour, Cancellation))!.Value, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(11));
        Assert.Null(await limiter.TakeAsync("b", 5, Hour, Cancellation));
        Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Null(await limiter.TakeAsync("a", 5, Hour, Cancellation));
        Assert.NotNull(await limiter.TakeAsync("a", 5, Hour, Cancellation));
        Time.Advance(TimeSpan.FromHours(2));
        Assert.Null(await limiter.TakeAsync("a", 5, Hour, Cancellation));
    }

    [Fact]
    public async Task Instances_share_what_was_taken()
    {
        var instance = await NewStoreAsync();
        var (first, second) = (instance(), instance());
        for (var taken = 0; taken < 3; taken++)
        {
            Assert.Null(await first.TakeAsync("a", 6, Hour, Cancellation));
            Assert.Null(await second.TakeAsync("a", 6, Hour, Cancellation));
        }

        Assert.NotNull(await first.TakeAsync("a", 6, Hour, Cancellation));
        Assert.NotNull(await second.TakeAsync("a", 6, Hour, Cancellation));
    }

    [Fact]
    public async Task Of_many_that_take_at_once_no_more_than_the_limit_get_through()
    {
        var limiter = (await NewStoreAsync())();
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(async () => await limiter.TakeAsync("a", 4, Hour, Cancellation))));

        Assert.InRange(answers.Count(answer => answer is null), 1, 4);
    }

    public sealed class InMemory : RateLimiterContract
    {
        protected override Task<Func<IRateLimiter>> NewStoreAsync()
        {
            var limiter = new MemorySlidingWindows(Time);
            return Task.FromResult<Func<IRateLimiter>>(() => limiter);
        }
    }

    public sealed class InTables(AzuriteFixture azurite) : RateLimiterContract
    {
        protected override async Task<Func<IRateLimiter>> NewStoreAsync()
        {
            var storage = await azurite.NewStorageAsync();
            Keep(storage);
            return () => new TableSlidingWindows(storage.GetRequiredService<StorageClients>(), Time);
        }
    }
}
