using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// One table, spoken to in as few requests as the service allows. Writes of many rows go in transactions; a transaction fails
/// as a whole, so each write first bets on the usual case and only looks row by row where the bet was lost.
/// </summary>
internal sealed class StorageTable(TableClient client)
{
    private const int MaxPage = 1_000;
    private static readonly string[] KeysOnly = ["PartitionKey", "RowKey"];

    public async Task<TableEntity?> FindAsync(RowKey key, CancellationToken cancellationToken, IEnumerable<string>? select = null)
    {
        var found = await client.GetEntityIfExistsAsync<TableEntity>(key.Partition, key.Row, select, cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>
    /// Rows that stand apart: one request each, side by side. Not one filter with an "or" for all of them, which the service
    /// answers by reading the whole partition.
    /// </summary>
    public async Task<IReadOnlyList<TableEntity>> FindScatteredAsync(
        IEnumerable<RowKey> keys, CancellationToken cancellationToken, IEnumerable<string>? select = null)
    {
        var found = await Concurrently.SelectAsync(keys.Distinct().ToList(), (key, cancellation) => FindAsync(key, cancellation, select), cancellationToken);
        return [.. found.OfType<TableEntity>()];
    }

    /// <summary>
    /// Rows that mostly stand side by side: a partition's run in one request from the first key to the last. Where too many
    /// others stand between, what that request did not reach goes by <see cref="FindScatteredAsync"/>.
    /// </summary>
    public async Task<IReadOnlyList<TableEntity>> FindRunsAsync(IEnumerable<RowKey> keys, CancellationToken cancellationToken)
    {
        var runs = keys.Distinct().GroupBy(key => key.Partition, key => key.Row).ToList();
        var found = await Concurrently.SelectAsync(runs, (run, cancellation) => FindRunAsync(run.Key, run, cancellation), cancellationToken);
        return [.. found.SelectMany(rows => rows)];
    }

    private async Task<IReadOnlyList<TableEntity>> FindRunAsync(string partition, IEnumerable<string> rows, CancellationToken cancellationToken)
    {
        var wanted = rows.Order(StringComparer.Ordinal).ToList();
        if (wanted.Count <= 2)
        {
            return await FindScatteredAsync(wanted.Select(row => new RowKey(partition, row)), cancellationToken);
        }

        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {wanted[0]} and RowKey le {wanted[^1]}");
        var pages = client.QueryAsync<TableEntity>(filter, Math.Min(wanted.Count * 2, MaxPage), cancellationToken: cancellationToken).AsPages();
        await using var first = pages.GetAsyncEnumerator(cancellationToken);
        if (!await first.MoveNextAsync())
        {
            return [];
        }

        var page = first.Current;
        var asked = wanted.ToHashSet(StringComparer.Ordinal);
        var found = page.Values.Where(row => asked.Contains(row.RowKey)).ToList();
        if (page.ContinuationToken is not null)
        {
            var reached = page.Values.Count == 0 ? "" : page.Values[^1].RowKey;
            var beyond = wanted.Where(row => string.CompareOrdinal(row, reached) > 0).Select(row => new RowKey(partition, row)).ToList();
            found.AddRange(await FindScatteredAsync(beyond, cancellationToken));
        }

        return found;
    }

    /// <summary>Rows in the order of their keys, fetched page by page as they are asked for.</summary>
    public IAsyncEnumerable<TableEntity> QueryAsync(string filter, int pageSize, CancellationToken cancellationToken, IEnumerable<string>? select = null) =>
        client.QueryAsync<TableEntity>(filter, Math.Clamp(pageSize, 1, MaxPage), select, cancellationToken);

    /// <summary>
    /// The rows of a span of partitions in the order of their keys, going on after a row. The row's own partition is asked on
    /// its own, so that the service seeks to the row instead of reading the partition up to it.
    /// </summary>
    public async IAsyncEnumerable<TableEntity> ScanAsync(
        PartitionSpan span, RowKey? after, int pageSize, [EnumeratorCancellation] CancellationToken cancellationToken, IEnumerable<string>? select = null)
    {
        if (after is { } last)
        {
            await foreach (var row in QueryAsync(span.And(TableClient.CreateQueryFilter($"PartitionKey eq {last.Partition} and RowKey gt {last.Row}")), pageSize, cancellationToken, select))
            {
                yield return row;
            }
        }

        var rest = after is { } from
            ? TableClient.CreateQueryFilter($"PartitionKey gt {from.Partition} and PartitionKey lt {span.Until}")
            : TableClient.CreateQueryFilter($"PartitionKey ge {span.From} and PartitionKey lt {span.Until}");
        await foreach (var row in QueryAsync(span.And(rest), pageSize, cancellationToken, select))
        {
            yield return row;
        }
    }

    /// <returns>False where a row of this key is there.</returns>
    public async Task<bool> TryAddAsync(TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            var response = await client.AddEntityAsync(row, cancellationToken);
            row.ETag = response.Headers.ETag.GetValueOrDefault();
            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            return false;
        }
    }

    /// <summary>Adds what is not there: one request a hundred where all is new, the usual case.</summary>
    /// <returns>For each, in order, the row that was there before; null where this call added it (and gave the row its ETag).</returns>
    public async Task<IReadOnlyList<TableEntity?>> AddIfAbsentAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken)
    {
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
        var outcome = new List<(TableEntity Row, bool Added)>(there.Values.Select(row => (row, false)));
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
        while (!await TryAddAsync(row, cancellationToken))
        {
            if (await FindAsync(RowKey.Of(row), cancellationToken) is { } there)
            {
                return (there, false);
            }
        }

        return (row, true);
    }

    private async Task<bool> TryAddBatchAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 1)
        {
            return await TryAddAsync(rows[0], cancellationToken);
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

    /// <summary>Writes whole rows, present or not.</summary>
    public Task UpsertAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken) => Concurrently.RunAsync(
        TableBatches.Of(rows),
        (batch, cancellation) => batch.Count == 1
            ? client.UpsertEntityAsync(rows[batch[0]], TableUpdateMode.Replace, cancellation)
            : client.SubmitTransactionAsync(batch.Select(i => new TableTransactionAction(TableTransactionActionType.UpsertReplace, rows[i])), cancellation),
        cancellationToken);

    /// <summary>Writes the columns given into a row that is there.</summary>
    /// <returns>False where it is not.</returns>
    public async Task<bool> TryMergeAsync(TableEntity columns, CancellationToken cancellationToken)
    {
        try
        {
            await client.UpdateEntityAsync(columns, ETag.All, TableUpdateMode.Merge, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return false;
        }
    }

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
        catch (TableTransactionFailedException e) when (e.Status == 404)
        {
            return false;
        }
    }

    /// <summary>Adds a row without version, replaces one that is still at its version.</summary>
    /// <returns>The new version; null where somebody else was there first.</returns>
    public async Task<string?> TrySaveAsync(TableEntity row, string? version, CancellationToken cancellationToken)
    {
        try
        {
            var response = version is null
                ? await client.AddEntityAsync(row, cancellationToken)
                : await client.UpdateEntityAsync(row, new ETag(version), TableUpdateMode.Replace, cancellationToken);
            return response.Headers.ETag.ToString();
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412 && e.ErrorCode != TableErrorCode.TableNotFound)
        {
            return null;
        }
    }

    /// <summary>Replaces rows that are still at their versions: in transactions where nobody interferes, one by one where somebody did.</summary>
    /// <returns>For each, in order, the new version, or null.</returns>
    public async Task<IReadOnlyList<string?>> TryReplaceAsync(IReadOnlyList<(TableEntity Row, string Version)> rows, CancellationToken cancellationToken)
    {
        var versions = new string?[rows.Count];
        await Concurrently.RunAsync(
            TableBatches.Of([.. rows.Select(row => row.Row)]),
            async (batch, cancellation) =>
            {
                var replaced = await ReplaceBatchAsync([.. batch.Select(i => rows[i])], cancellation);
                for (var i = 0; i < batch.Count; i++)
                {
                    versions[batch[i]] = replaced[i];
                }
            },
            cancellationToken);
        return versions;
    }

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
            catch (TableTransactionFailedException e) when (e.Status is 404 or 412)
            {
                // At least one has changed or gone; the others must not suffer for it.
            }
        }

        return await Concurrently.SelectAsync(rows, (row, cancellation) => TrySaveAsync(row.Row, row.Version, cancellation), cancellationToken);
    }

    /// <returns>False where there was no such row.</returns>
    public async Task<bool> DeleteAsync(RowKey key, CancellationToken cancellationToken)
    {
        var response = await client.DeleteEntityAsync(key.Partition, key.Row, ETag.All, cancellationToken);
        return response.Status != 404;
    }

    /// <summary>Deletes the row if nobody has written it since.</summary>
    public async Task DeleteUnchangedAsync(TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            await client.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 412)
        {
            // Written since: it stays.
        }
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
            catch (TableTransactionFailedException e) when (e.Status == 404)
            {
                // One is gone already; the others go one by one.
            }
        }

        await Concurrently.RunAsync(rows, (row, cancellation) => DeleteAsync(RowKey.Of(row), cancellation), cancellationToken);
    }
}
