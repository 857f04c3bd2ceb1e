using Alerts.Infrastructure.Fetching;

namespace Alerts.Tests.Fetching;

public sealed class HostGatesTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_at_once_to_a_host_and_the_third_waits()
    {
        using var gates = new HostGates(2, 10);
        var first = await gates.EnterAsync("a", Cancelled);
        using var second = await gates.EnterAsync("a", Cancelled);
        var third = gates.EnterAsync("A", Cancelled);
        Assert.False(third.IsCompleted);
        using var other = await gates.EnterAsync("b", Cancelled);
        first.Dispose();
        (await third).Dispose();
    }

    [Fact]
    public async Task Who_waits_for_a_slow_host_takes_no_place_from_others()
    {
        using var gates = new HostGates(1, 2);
        using var slow = await gates.EnterAsync("slow", Cancelled);
        var waiting = Enumerable.Range(0, 50).Select(_ => gates.EnterAsync("slow", Cancelled)).ToList();
        using var other = await gates.EnterAsync("other", Cancelled);
        Assert.All(waiting, wait => Assert.False(wait.IsCompleted));
        slow.Dispose();
        foreach (var wait in waiting)
        {
            (await wait).Dispose();
        }
    }

    [Fact]
    public async Task There_is_a_limit_for_all_hosts_together()
    {
        using var gates = new HostGates(2, 2);
        var a = await gates.EnterAsync("a", Cancelled);
        using var b = await gates.EnterAsync(null, Cancelled);
        var c = gates.EnterAsync("c", Cancelled);
        Assert.False(c.IsCompleted);
        a.Dispose();
        (await c).Dispose();
    }

    [Fact]
    public async Task Nothing_is_kept_of_hosts_that_nobody_is_in_or_waits_for()
    {
        using var gates = new HostGates(1, 10);
        using (await gates.EnterAsync("a", Cancelled))
        {
            using var stop = new CancellationTokenSource();
            var given = gates.EnterAsync("a", stop.Token);
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
            Assert.Equal(1, gates.Count);
        }

        Assert.Equal(0, gates.Count);
        (await gates.EnterAsync("a", Cancelled)).Dispose();
    }
}
