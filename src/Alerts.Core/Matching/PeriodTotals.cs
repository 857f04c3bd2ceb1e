using System.Globalization;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Naming;
using Alerts.Core.Matching.Reading;

namespace Alerts.Core.Matching;

/// <summary>
/// Tells a count over a year or a part of it from the news of one theft: a headline with a period and no victim ("stole $1.3 billion in 2024",
/// "올해 20억 달러 탈취"), whatever thefts the text then names as examples, above a text that names who counted.
/// </summary>
internal static class PeriodTotals
{
    private static readonly string[] s_periods = [NameCues.Span, NameCues.ThisYear, NameCues.LastYear, NameCues.Total];

    private const int Lead = 400;

    /// <summary>"Hacks soar in November", "11월 해킹 피해액": characters between deeds and their month.</summary>
    private const int OfMonth = 48;

    public static bool IsIn(ArticleReading reading)
    {
        var title = reading.Mentions.Where(mention => mention.Field == ArticleField.Title).ToList();
        var around = reading.Surroundings;
        if (title.Exists(mention => mention.Kind == Kinds.Victim) || around.Says(ArticleField.Title, NameCues.RankedDeed)) return false;
        if (title.Exists(mention => mention.Kind == Kinds.Amount) && title.Where(mention => mention.Concept == "period").Any(month => HasDeeds(around, month))) return true;
        var counters = reading.Mentions.Where(mention => mention.Kind == Kinds.Analyst && (mention.Field == ArticleField.Title || mention.Start < Lead)).ToList();
        if (WrittenYears.In(reading.Article.Title).Any() || s_periods.Any(period => around.Says(ArticleField.Title, period)))
        {
            // A quarter's or half-year's losses, above a text that names several of those who were robbed, are a count whoever counted.
            return TellsWho(title) || counters.Count > 0 || (around.Says(ArticleField.Title, NameCues.Span) && title.Exists(mention => mention.Kind == Kinds.Amount) && NamesSeveral(reading));
        }

        // "Chainalysis: record $2.02 billion stolen by North Korea", and the year in the text.
        return TellsWho(title) && counters.Exists(counter => counter.Field == ArticleField.Title) && TellsWhen(reading.Article.Text, around);
    }

    private static bool NamesSeveral(ArticleReading reading) =>
        reading.Mentions.Where(mention => mention.Kind == Kinds.Victim).Select(mention => mention.Concept).Distinct().Skip(1).Any();

    /// <summary>The lead names a year or a part of one.</summary>
    private static bool TellsWhen(string text, NameSurroundings around)
    {
        var lead = Math.Min(text.Length, Lead / 2);
        return WrittenYears.In(text[..lead]).Any() || s_periods.Any(period => around.In(ArticleField.Text, 0, lead, period).Any());
    }

    private static bool HasDeeds(NameSurroundings around, Mention month) =>
        around.Before(month, NameCues.Deeds, OfMonth).Any() || around.After(month, NameCues.Deeds, OfMonth).Any();

    /// <summary>"Nordkorea stiehlt 2025 zwei Milliarden Dollar": a state or a group, and a sum.</summary>
    private static bool TellsWho(List<Mention> title) =>
        title.Exists(mention => mention.Kind == Kinds.Amount) && title.Exists(mention => mention.Kind is Kinds.State or Kinds.Actor && mention.Concept != "hacker");

    /// <summary>The year counted, where the headline names one or says "this year"; null where it leaves it open.</summary>
    public static string? YearOf(ArticleReading reading)
    {
        // "2025's thefts surpass those of 2024": of two years the later is counted.
        var named = WrittenYears.In(reading.Article.Title).DefaultIfEmpty().Max();
        if (named == 0 && reading.Article.PublishedAt is { } date && reading.Surroundings.Says(ArticleField.Title, NameCues.ThisYear)) named = date.Year;
        return named == 0 ? null : named.ToString(CultureInfo.InvariantCulture);
    }
}
