using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// Writing many rows. They go in transactions, and a transaction fails as a whole: so each write first bets on the usual case
/// and only looks row by row where the bet was lost.
/// </summary>
internal sealed partial class StorageTable
{
    private static readonly string[] KeysOnly = ["PartitionKey", "RowKey"];
    private static readonly TimeSpan BetweenInsisting = TimeSpan.FromSeconds(1);

    /// <summary>Adds what is not there: one request a hundred where all is new, the usual case.</summary>
    /// <returns>For each, in order, the row that was there before; null where this call added it (and gave the row its ETag).</returns>
    public async Task<IReadOnlyList<TableEntity?>> AddIfAbsentAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken)
    {
        Mark(rows);
        var present = new Dictionary<RowKey, TableEntity>();
        var added = new HashSet<RowKey>();
        foreach (var outcome in await Concurrently.SelectAsync(TableBatches.Of(rows), (batch, cancellation) => AddBatchAsync([.. batch.Select(i => rows[i])], cancellation), cancellationToken))
        {
            foreach (var (row, isNew) in outcome)
            {
                if (isNew)
                {
                    added.Add(RowKey.Of(row));
                }

                present.Add(RowKey.Of(row), row);
            }
        }

        return [.. rows.Select(row => added.Remove(RowKey.Of(row)) ? null : present[RowKey.Of(row)])];
    }

    private async Task<IReadOnlyList<(TableEntity Row, bool Added)>> AddBatchAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken)
    {
        if (await TryAddBatchAsync(rows, cancellationToken))
        {
            return [.. rows.Select(row => (row, true))];
        }

        var there = (await FindScatteredAsync(rows.Select(RowKey.Of), cancellationToken)).ToDictionary(RowKey.Of);
        var absent = rows.Where(row => !there.ContainsKey(RowKey.Of(row))).ToList();
        var outcome = rows.Where(row => there.ContainsKey(RowKey.Of(row))).Select(row => Claim(row, there[RowKey.Of(row)])).ToList();
        if (absent.Count == 0)
        {
            return outcome;
        }

        if (await TryAddBatchAsync(absent, cancellationToken))
        {
            outcome.AddRange(absent.Select(row => (row, true)));
            return outcome;
        }

        // Another writer is at the same rows just now.
        outcome.AddRange(await Concurrently.SelectAsync(absent, AddOneAsync, cancellationToken));
        return outcome;
    }

    private async Task<(TableEntity Row, bool Added)> AddOneAsync(TableEntity row, CancellationToken cancellationToken)
    {
        while (!await AddAsync(row, cancellationToken))
        {
            if (await FindAsync(RowKey.Of(row), cancellationToken) is { } there)
            {
                return Claim(row, there);
            }
        }

        return (row, true);
    }

    private static (TableEntity Row, bool Added) Claim(TableEntity row, TableEntity there)
    {
        if (!IsOwn(there, row))
        {
            return (there, false);
        }

        row.ETag = there.ETag;
        return (row, true);
    }

    private async Task<bool> TryAddBatchAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 1)
        {
            return await AddAsync(rows[0], cancellationToken);
        }

        try
        {
            var responses = await client.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), cancellationToken);
            for (var i = 0; i < rows.Count; i++)
            {
                rows[i].ETag = responses.Value[i].Headers.ETag.GetValueOrDefault();
            }

            return true;
        }
        catch (TableTransactionFailedException e) when (e.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            return false;
        }
    }

    /// <summary>Writes rows, present or not: whole ones, or the columns given.</summary>
    public Task UpsertAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken, TableUpdateMode mode = TableUpdateMode.Replace) => Concurrently.RunAsync(
        TableBatches.Of(rows),
        (batch, cancellation) => batch.Count == 1
            ? client.UpsertEntityAsync(rows[batch[0]], mode, cancellation)
            : client.SubmitTransactionAsync(
                batch.Select(i => new TableTransactionAction(mode == TableUpdateMode.Replace ? TableTransactionActionType.UpsertReplace : TableTransactionActionType.UpsertMerge, rows[i])), cancellation),
        cancellationToken);

    /// <summary>Writes the columns given into those rows that are there.</summary>
    public Task MergeAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken) => Concurrently.RunAsync(
        TableBatches.Of(rows), (batch, cancellation) => MergeBatchAsync([.. batch.Select(i => rows[i])], cancellation), cancellationToken);

    private async Task MergeBatchAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken)
    {
        if (await TryMergeBatchAsync(rows, cancellationToken))
        {
            return;
        }

        var there = (await FindScatteredAsync(rows.Select(RowKey.Of), cancellationToken, KeysOnly)).Select(RowKey.Of).ToHashSet();
        var present = rows.Where(row => there.Contains(RowKey.Of(row))).ToList();
        if (present.Count > 0 && !await TryMergeBatchAsync(present, cancellationToken))
        {
            await Concurrently.RunAsync(present, TryMergeAsync, cancellationToken);
        }
    }

    private async Task<bool> TryMergeBatchAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken)
    {
        try
        {
            await client.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpdateMerge, row, ETag.All)), cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException e) when (IsRowMissing(e))
        {
            return false;
        }
    }

    /// <summary>Replaces rows that are still at their versions: in transactions where nobody interferes, one by one where somebody did.</summary>
    /// <param name="insists">Asked where storage did not answer, after its client has tried some times: whether to try once more. The rows keep their mark, so what was written after all knows itself.</param>
    /// <returns>For each, in order, the new version, or null.</returns>
    public async Task<IReadOnlyList<string?>> TryReplaceAsync(
        IReadOnlyList<(TableEntity Row, string Version)> rows, CancellationToken cancellationToken, Func<bool>? insists = null)
    {
        Mark(rows.Select(row => row.Row));
        var versions = new string?[rows.Count];
        await Concurrently.RunAsync(
            TableBatches.Of([.. rows.Select(row => row.Row)]),
            async (batch, cancellation) =>
            {
                var replaced = await InsistAsync(() => ReplaceBatchAsync([.. batch.Select(i => rows[i])], cancellation), insists ?? (() => false), cancellation);
                for (var i = 0; i < batch.Count; i++)
                {
                    versions[batch[i]] = replaced[i];
                }
            },
            cancellationToken);
        return versions;
    }

    private static async Task<T> InsistAsync<T>(Func<Task<T>> write, Func<bool> insists, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await write();
            }
            catch (Exception e) when (IsNoAnswer(e) && insists() && !cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(BetweenInsisting, cancellationToken);
            }
        }
    }

    /// <summary>Not reached, cut off, throttled or broken: it says nothing about the rows.</summary>
    private static bool IsNoAnswer(Exception e) => e switch
    {
        RequestFailedException failed => failed.Status is 0 or 408 or 429 or >= 500,
        AggregateException many => many.InnerExceptions.All(IsNoAnswer),
        _ => e is TaskCanceledException or IOException,
    };

    private async Task<IReadOnlyList<string?>> ReplaceBatchAsync(IReadOnlyList<(TableEntity Row, string Version)> rows, CancellationToken cancellationToken)
    {
        if (rows.Count > 1)
        {
            try
            {
                var actions = rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpdateReplace, row.Row, new ETag(row.Version)));
                var responses = await client.SubmitTransactionAsync(actions, cancellationToken);
                return [.. responses.Value.Select(response => response.Headers.ETag.ToString())];
            }
            catch (TableTransactionFailedException e) when (e.Status == 412 || IsRowMissing(e))
            {
                // At least one has changed or gone, or the answer was lost; the others must not suffer for it.
            }
        }

        return await Concurrently.SelectAsync(rows, (row, cancellation) => TrySaveMarkedAsync(row.Row, row.Version, cancellation), cancellationToken);
    }

    public Task DeleteAsync(IEnumerable<RowKey> keys, CancellationToken cancellationToken)
    {
        var rows = keys.Select(key => new TableEntity(key.Partition, key.Row)).ToList();
        return Concurrently.RunAsync(TableBatches.Of(rows), (batch, cancellation) => DeleteBatchAsync([.. batch.Select(i => rows[i])], cancellation), cancellationToken);
    }

    private async Task DeleteBatchAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken)
    {
        if (rows.Count > 1)
        {
            try
            {
                await client.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)), cancellationToken);
                return;
            }
            catch (TableTransactionFailedException e) when (IsRowMissing(e))
            {
                // One is gone already; the others go one by one.
            }
        }

        await Concurrently.RunAsync(rows, (row, cancellation) => DeleteAsync(RowKey.Of(row), cancellation), cancellationToken);
    }
}
