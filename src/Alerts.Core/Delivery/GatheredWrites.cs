namespace Alerts.Core.Delivery;

/// <summary>
/// Writes of callers who each wait for theirs: one write is under way at a time, and what comes meanwhile goes together in the next.
/// So the fewer requests, the slower storage is, while nobody waits for others to come.
/// </summary>
internal sealed class GatheredWrites<TRow, TResult>(Func<IReadOnlyList<TRow>, Task<IReadOnlyList<TResult>>> write)
{
    private readonly Lock gate = new();
    private List<Waiting> waiting = [];
    private bool writing;

    /// <returns>One for each row, in order. What the write throws reaches everybody whose rows were in it.</returns>
    public async Task<IReadOnlyList<TResult>> WriteAsync(IReadOnlyList<TRow> rows)
    {
        var mine = new Waiting(rows, new TaskCompletionSource<IReadOnlyList<TResult>>(TaskCreationOptions.RunContinuationsAsynchronously));
        bool leads;
        lock (gate)
        {
            waiting.Add(mine);
            leads = !writing;
            writing = true;
        }

        if (leads)
        {
            _ = WriteAllAsync();
        }

        return await mine.Done.Task;
    }

    private async Task WriteAllAsync()
    {
        while (TakeAll() is { Count: > 0 } taken)
        {
            try
            {
                var results = await write([.. taken.SelectMany(item => item.Rows)]);
                var from = 0;
                foreach (var item in taken)
                {
                    item.Done.SetResult([.. results.Skip(from).Take(item.Rows.Count)]);
                    from += item.Rows.Count;
                }
            }
            catch (Exception e)
            {
                taken.ForEach(item => item.Done.TrySetException(e));
            }
        }
    }

    private List<Waiting> TakeAll()
    {
        lock (gate)
        {
            var taken = waiting;
            waiting = [];
            writing = taken.Count > 0;
            return taken;
        }
    }

    private sealed record Waiting(IReadOnlyList<TRow> Rows, TaskCompletionSource<IReadOnlyList<TResult>> Done);
}
