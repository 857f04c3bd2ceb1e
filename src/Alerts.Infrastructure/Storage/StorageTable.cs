using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// One table, spoken to in as few requests as the service allows. Here: reading, and writing one row; the other part writes many.
/// The client sends a request again whose answer was lost, and a conditional write then meets its own row: so each carries a mark,
/// and what is refused is looked at once before it counts as somebody else's.
/// </summary>
internal sealed partial class StorageTable(TableClient client)
{
    private const int MaxPage = 1_000;
    private const string MarkColumn = "Mark";

    /// <summary>The service takes fifteen comparisons in a filter; partition, first and last row are three of them.</summary>
    private const int MaxKeysAFilter = 12;

    /// <summary>So many runs are read row by row after one in which too many others stood between.</summary>
    private const int RunsAfterLostBet = 16;

    private int scattered;

    public async Task<TableEntity?> FindAsync(RowKey key, CancellationToken cancellationToken, IEnumerable<string>? select = null)
    {
        var found = await client.GetEntityIfExistsAsync<TableEntity>(key.Partition, key.Row, select, cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>
    /// Rows that stand anywhere: one request each, side by side. For rows of one small partition <see cref="FindNearAsync"/> takes fewer.
    /// </summary>
    public async Task<IReadOnlyList<TableEntity>> FindScatteredAsync(
        IEnumerable<RowKey> keys, CancellationToken cancellationToken, IEnumerable<string>? select = null)
    {
        var found = await Concurrently.SelectAsync(keys.Distinct().ToList(), (key, cancellation) => FindAsync(key, cancellation, select), cancellationToken);
        return [.. found.OfType<TableEntity>()];
    }

    /// <summary>
    /// Rows that mostly stand side by side: a partition's run in one request from the first key to the last. Where too many
    /// others stand between, what that request did not reach goes by <see cref="FindNearAsync"/>, and so do the next runs.
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
        if (wanted.Count <= 2 || (Volatile.Read(ref scattered) > 0 && Interlocked.Decrement(ref scattered) >= 0))
        {
            return await FindNearAsync(partition, wanted, cancellationToken);
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
            Interlocked.Exchange(ref scattered, RunsAfterLostBet);
            var reached = page.Values.Count == 0 ? "" : page.Values[^1].RowKey;
            found.AddRange(await FindNearAsync(partition, [.. wanted.Where(row => string.CompareOrdinal(row, reached) > 0)], cancellationToken));
        }

        return found;
    }

    /// <summary>
    /// Rows of one partition with others between them, twelve a request: the service reads from the first to the last of the twelve and
    /// answers with those asked for. That is a part of the partition, and the partition of a key that is asked for in runs is small.
    /// </summary>
    private async Task<IReadOnlyList<TableEntity>> FindNearAsync(string partition, List<string> wanted, CancellationToken cancellationToken)
    {
        if (wanted.Count <= 2)
        {
            return await FindScatteredAsync(wanted.Select(row => new RowKey(partition, row)), cancellationToken);
        }

        var found = await Concurrently.SelectAsync(wanted.Chunk(MaxKeysAFilter).ToList(), (near, cancellation) => FindDozenAsync(partition, near, cancellation), cancellationToken);
        return [.. found.SelectMany(rows => rows)];
    }

    private async Task<IReadOnlyList<TableEntity>> FindDozenAsync(string partition, string[] near, CancellationToken cancellationToken)
    {
        var span = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {near[0]} and RowKey le {near[^1]}");
        var any = string.Join(" or ", near.Select(row => TableClient.CreateQueryFilter($"RowKey eq {row}")));
        var found = new List<TableEntity>(near.Length);
        await foreach (var row in client.QueryAsync<TableEntity>($"{span} and ({any})", MaxPage, cancellationToken: cancellationToken))
        {
            found.Add(row);
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
        if (after is { } last && last.Row != PartitionSpan.End)
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
        Mark([row]);
        return await AddAsync(row, cancellationToken) || (await FindAsync(RowKey.Of(row), cancellationToken) is { } there && IsOwn(there, row));
    }

    private async Task<bool> AddAsync(TableEntity row, CancellationToken cancellationToken)
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

    /// <summary>Writes the columns given into a row that is there.</summary>
    /// <returns>False where it is not.</returns>
    public async Task<bool> TryMergeAsync(TableEntity columns, CancellationToken cancellationToken)
    {
        try
        {
            await client.UpdateEntityAsync(columns, ETag.All, TableUpdateMode.Merge, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (IsRowMissing(e))
        {
            return false;
        }
    }

    /// <summary>Adds a row without version, replaces one that is still at its version.</summary>
    /// <returns>The new version; null where somebody else was there first.</returns>
    public Task<string?> TrySaveAsync(TableEntity row, string? version, CancellationToken cancellationToken)
    {
        Mark([row]);
        return TrySaveMarkedAsync(row, version, cancellationToken);
    }

    private async Task<string?> TrySaveMarkedAsync(TableEntity row, string? version, CancellationToken cancellationToken)
    {
        try
        {
            var response = version is null
                ? await client.AddEntityAsync(row, cancellationToken)
                : await client.UpdateEntityAsync(row, new ETag(version), TableUpdateMode.Replace, cancellationToken);
            return response.Headers.ETag.ToString();
        }
        catch (RequestFailedException e) when (e.Status == 412 || e.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            return await FindAsync(RowKey.Of(row), cancellationToken) is { } there && IsOwn(there, row) ? there.ETag.ToString() : null;
        }
        catch (RequestFailedException e) when (IsRowMissing(e))
        {
            return null;
        }
    }

    private static void Mark(IEnumerable<TableEntity> rows)
    {
        var mark = Guid.NewGuid().ToString("N");
        foreach (var row in rows)
        {
            row[MarkColumn] = mark;
        }
    }

    /// <summary>Whether what is there was written by the same call.</summary>
    private static bool IsOwn(TableEntity there, TableEntity row) => there.GetString(MarkColumn) is { } mark && mark == row.GetString(MarkColumn);

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

    /// <summary>A row that is not there; a table that is not there is broken storage and stays an exception.</summary>
    private static bool IsRowMissing(RequestFailedException e) => e.Status == 404 && e.ErrorCode != TableErrorCode.TableNotFound;
}
