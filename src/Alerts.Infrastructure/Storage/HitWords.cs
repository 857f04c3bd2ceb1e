using Alerts.Core.Hits;

namespace Alerts.Infrastructure.Storage;

internal static class HitWords
{
    /// <summary>Whether each word stands in title, lede or quotes.</summary>
    public static bool HasAll(this Hit hit, IReadOnlyList<string> words)
    {
        if (words.Count == 0)
        {
            return true;
        }

        var quotes = hit.Explanation.Clauses.SelectMany(clause => clause.Mentions).SelectMany(mention => new[] { mention.Before, mention.Alias, mention.After });
        var texts = quotes.Append(hit.Title).Append(hit.Lede).ToList();
        return words.All(word => texts.Exists(text => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }
}
