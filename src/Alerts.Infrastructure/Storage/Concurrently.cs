namespace Alerts.Infrastructure.Storage;

/// <summary>Requests side by side, so many at a time that a burst neither opens hundreds of connections nor waits for round trips.</summary>
internal static class Concurrently
{
    private const int Requests = 16;

    public static async Task<IReadOnlyList<TOut>> SelectAsync<TIn, TOut>(IReadOnlyList<TIn> items, Func<TIn, CancellationToken, Task<TOut>> select, CancellationToken cancellationToken)
    {
        if (items.Count == 1)
        {
            return [await select(items[0], cancellationToken)];
        }

        var results = new TOut[items.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Requests, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, items.Count, options, async (i, cancellation) => results[i] = await select(items[i], cancellation));
        return results;
    }

    public static Task RunAsync<T>(IReadOnlyList<T> items, Func<T, CancellationToken, Task> run, CancellationToken cancellationToken) => SelectAsync(
        items,
        async (item, cancellation) =>
        {
            await run(item, cancellation);
            return true;
        },
        cancellationToken);
}
