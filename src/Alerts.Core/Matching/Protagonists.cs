using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching;

/// <summary>Whom a story is about: those who lost something and those who are said to have taken it, by canonical name.</summary>
public sealed record Protagonists(IReadOnlyList<string> Victims, IReadOnlyList<string> Actors)
{
    /// <summary>Farther from a word of theft or loss than this, a name is company: an exchange that froze the loot, a rival in a list.</summary>
    private const int Reach = 120;

    /// <summary>"North Korean hackers" says no more than the state's name does.</summary>
    private static readonly HashSet<string> s_unnamed = new(StringComparer.Ordinal) { "dprk-hackers", "dprk-it-workers", "chollima" };

    public static Protagonists Of(ArticleReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var deeds = reading.Mentions.Where(mention => mention.Kind is Kinds.Theft or Kinds.Loss).ToList();
        var victims = reading.Mentions
            .Where(mention => mention.Kind == Kinds.Victim && HasDeed(mention, deeds))
            .GroupBy(mention => mention.Name, StringComparer.Ordinal)
            .OrderByDescending(group => group.Any(mention => mention.Field == ArticleField.Title))
            .ThenByDescending(group => group.Count())
            .Select(group => group.Key);
        var actors = reading.Mentions
            .Where(mention => mention.Kind is Kinds.Actor or Kinds.Person && !s_unnamed.Contains(mention.Concept))
            .Select(mention => mention.Name).Distinct(StringComparer.Ordinal).ToList();
        if (actors.Count == 0 && reading.Mentions.Any(mention => mention.Kind == Kinds.State || s_unnamed.Contains(mention.Concept))) actors.Add("North Korea");
        return new([.. victims], actors);
    }

    /// <summary>Deeds are in order of field and offset, so that the nearest are found by halving.</summary>
    private static bool HasDeed(Mention mention, List<Mention> deeds)
    {
        int low = 0, high = deeds.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if ((deeds[middle].Field, deeds[middle].Start).CompareTo((mention.Field, mention.Start)) < 0) low = middle + 1;
            else high = middle;
        }

        return (low > 0 && AreNear(mention, deeds[low - 1])) || (low < deeds.Count && AreNear(mention, deeds[low]));
    }

    private static bool AreNear(Mention a, Mention b) =>
        a.Field == b.Field && a.Paragraph == b.Paragraph && Math.Max(a.Start - (b.Start + b.Length), b.Start - (a.Start + a.Length)) <= Reach;
}
