using System.Globalization;
using Alerts.Core.Stories;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// The keys that stories are found by: one row a key and story, named by day, newest first, so that what is new is found in one request
/// however much is old; and the row <c>!claim</c> for a key that one story has alone.
/// </summary>
/// <param name="placeOf">Where the rows of a key are: the partition, and what their row keys begin with.</param>
internal sealed class StoryIndex(StorageTable table, Func<string, RowKey> placeOf)
{
    private const string ClaimRow = "!claim";
    private const string StoryColumn = "StoryId";
    private const int DayDigits = 6;

    /// <summary>In the year 2738; whoever claims to be from later is from then.</summary>
    private const int LastDay = 999_999;

    public async Task<IReadOnlyDictionary<string, IReadOnlyList<KeyedStory>>> FindAsync(IReadOnlyCollection<StoryKeyRange> keys, CancellationToken cancellationToken)
    {
        var asked = keys.DistinctBy(range => range.Key, StringComparer.Ordinal).ToList();
        var found = await Concurrently.SelectAsync(asked, FindAsync, cancellationToken);
        return asked.Zip(found).ToDictionary(pair => pair.First.Key, pair => pair.Second, StringComparer.Ordinal);
    }

    public Task AddAsync(string storyId, IReadOnlyCollection<string> keys, DateTimeOffset when, CancellationToken cancellationToken) =>
        table.UpsertAsync([.. keys.Distinct(StringComparer.Ordinal).Select(key => Row(key, DayOf(when) + '.' + TableKey.Escape(storyId), storyId))], cancellationToken);

    public async Task<string> ClaimAsync(string key, string storyId, CancellationToken cancellationToken)
    {
        var there = await table.AddIfAbsentAsync([Row(key, ClaimRow, storyId)], cancellationToken);
        return there[0]?.GetString(StoryColumn) ?? storyId;
    }

    public async Task<string?> FindClaimAsync(string key, CancellationToken cancellationToken) =>
        (await table.FindAsync(RowKey.Of(Row(key, ClaimRow, "")), cancellationToken))?.GetString(StoryColumn);

    public Task ReassignAsync(string key, string storyId, CancellationToken cancellationToken) => table.UpsertAsync([Row(key, ClaimRow, storyId)], cancellationToken);

    private async Task<IReadOnlyList<KeyedStory>> FindAsync(StoryKeyRange range, CancellationToken cancellationToken)
    {
        var place = placeOf(range.Key);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {place.Partition} and RowKey ge {place.Row + DayOf(range.To)} and RowKey le {place.Row + DayOf(range.From) + "~"}");
        var found = new List<KeyedStory>();
        await foreach (var row in table.QueryAsync(filter, StoryKeyRange.MaxFound, cancellationToken))
        {
            found.Add(new KeyedStory(row.GetString(StoryColumn), DayOf(row.RowKey.AsSpan(place.Row.Length, DayDigits))));
            if (found.Count == StoryKeyRange.MaxFound)
            {
                break;
            }
        }

        return found;
    }

    private TableEntity Row(string key, string row, string storyId) => new(placeOf(key).Partition, placeOf(key).Row + row) { [StoryColumn] = storyId };

    private static string DayOf(DateTimeOffset when) => Math.Max(0, LastDay - DateOnly.FromDateTime(when.UtcDateTime).DayNumber).ToString("d6", CultureInfo.InvariantCulture);

    private static DateOnly DayOf(ReadOnlySpan<char> digits) => DateOnly.FromDayNumber(LastDay - int.Parse(digits, CultureInfo.InvariantCulture));
}
