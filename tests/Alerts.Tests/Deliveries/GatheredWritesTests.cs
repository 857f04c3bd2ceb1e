using Alerts.Core.Delivery;

namespace Alerts.Tests.Deliveries;

public sealed class GatheredWritesTests
{
    private readonly List<int[]> written = [];
    private TaskCompletionSource<Exception?> answer = new();

    [Fact]
    public async Task What_comes_while_a_write_is_under_way_goes_together_in_the_next()
    {
        var writes = Writes();
        var first = writes.WriteAsync([1]);
        var others = new[] { writes.WriteAsync([2, 3]), writes.WriteAsync([4]) };
        Answer();

        Assert.Equal([10], await first);
        Answer();
        Assert.Equal([20, 30], await others[0]);
        Assert.Equal([40], await others[1]);
        Assert.Equal([[1], [2, 3, 4]], written);
    }

    [Fact]
    public async Task A_failure_reaches_those_whose_rows_were_in_it_and_nobody_else()
    {
        var writes = Writes();
        var first = writes.WriteAsync([1]);
        var second = writes.WriteAsync([2]);
        Answer(new IOException("down"));

        await Assert.ThrowsAsync<IOException>(() => first);
        Answer();
        Assert.Equal([20], await second);
        var third = writes.WriteAsync([3]);
        Answer();
        Assert.Equal([30], await third);
    }

    private GatheredWrites<int, int> Writes() => new(async rows =>
    {
        written.Add([.. rows]);
        return await answer.Task is { } failure ? throw failure : [.. rows.Select(row => row * 10)];
    });

    private void Answer(Exception? failure = null)
    {
        var asked = answer;
        answer = new TaskCompletionSource<Exception?>();
        asked.SetResult(failure);
    }
}
