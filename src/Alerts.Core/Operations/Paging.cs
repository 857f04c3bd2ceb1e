using Alerts.Core.Messaging;

namespace Alerts.Core.Operations;

internal static class Paging
{
    /// <summary>Counts over the pages of a listing, no further than <paramref name="atMost"/>.</summary>
    public static async Task<int> CountAsync<T>(Func<string?, Task<Page<T>>> list, Func<T, bool> isCounted, int atMost)
    {
        var count = 0;
        string? cursor = null;
        do
        {
            var page = await list(cursor);
            count += page.Items.Count(isCounted);
            cursor = page.Next;
        }
        while (cursor is not null && count < atMost);
        return Math.Min(count, atMost);
    }
}
