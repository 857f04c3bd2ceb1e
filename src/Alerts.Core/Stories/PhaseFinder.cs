using System.Text.RegularExpressions;
using Alerts.Core.Articles;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;

namespace Alerts.Core.Stories;

/// <summary>Tells by the headline which step of a case an article reports, by the lead where the headline leaves it open.</summary>
internal static partial class PhaseFinder
{
    private const int Lead = 320;

    public static StoryPhase Of(Headline headline, NewsKind kind)
    {
        if (kind is NewsKind.Drill or NewsKind.Product or NewsKind.Retrospective || (kind == NewsKind.Opinion && !TellsTheft(headline))) return StoryPhase.Background;
        var reading = headline.Reading;
        if (kind == NewsKind.RoundUp) return PeriodTotals.IsIn(reading) || headline.Mentions.Exists(mention => mention.Concept == "totals") ? StoryPhase.Report : StoryPhase.Background;
        var speaks = headline.Offices.Count > 0 && !headline.HasVictim;
        if (speaks && Warns().IsMatch(headline.Title) && headline.Thefts.Count == 0 && !headline.Has(Kinds.Amount)) return StoryPhase.Advisory;
        if (headline.IsOfStep()) return StepOf(headline, reading);
        if (!headline.HasVictim && headline.Thefts.Count == 0 && StoryCounts.CountsDeeds(headline.Title, reading.Article.Text)) return StoryPhase.Report;
        if (kind == NewsKind.Policy) return speaks ? StoryPhase.Advisory : StoryPhase.Background;
        if (!IsAttribution(reading)) return IsBlamed(headline) ? StoryPhase.Attribution : StoryPhase.Theft;
        return !headline.HasVictim && headline.Thefts.Count == 0 && IsCharged(reading) ? StoryPhase.Prosecution : StoryPhase.Attribution;
    }

    /// <summary>"How did X lose $5 million?" explains one theft, which it tells as well.</summary>
    private static bool TellsTheft(Headline headline) => headline.HasVictim && headline.Has(Kinds.Amount) && headline.Thefts.Count > 0;

    /// <summary>What an authority takes back, or follows, is its case.</summary>
    private static StoryPhase StepOf(Headline headline, ArticleReading reading)
    {
        var first = headline.Steps[0].Phase;
        if (headline.Steps.Exists(step => step.Phase == StoryPhase.Sanction)) return StoryPhase.Sanction;
        if (headline.Steps.Exists(step => step.Phase == StoryPhase.Prosecution)) return StoryPhase.Prosecution;
        if (first == StoryPhase.Laundering && headline.Offices.Count > 0 && !headline.HasVictim && IsSanctioned(reading)) return StoryPhase.Sanction;
        if (first is StoryPhase.Recovery or StoryPhase.Freeze && headline.Offices.Count > 0) return StoryPhase.Prosecution;
        return !headline.HasVictim && headline.Thefts.Count == 0 && IsCharged(reading) ? StoryPhase.Prosecution : first;
    }

    /// <summary>An authority and a name for the thieves in one sentence of headline or lead, and nothing left open.</summary>
    private static bool IsAttribution(ArticleReading reading)
    {
        var early = reading.Mentions.Where(mention => mention.Field != ArticleField.Text || mention.Start < Lead).ToList();
        return !early.Exists(mention => mention.Kind == Kinds.Hedge)
            && early.Exists(authority => Offices.IsOffice(authority)
                && early.Exists(named => named.Kind is Kinds.Actor or Kinds.State or Kinds.Person && named.Field == authority.Field
                    && Math.Abs(named.Start - authority.Start) < Mention.QuoteMargin * 2 && AreInOneSentence(reading.Article, named, authority)));
    }

    /// <summary>A headline in which an analyst or an office says who did it.</summary>
    private static bool IsBlamed(Headline headline) => headline.Mentions.Exists(mention => mention.Kind is Kinds.Actor or Kinds.State or Kinds.Person)
        && (headline.Has(Kinds.Analyst) || headline.Offices.Count > 0) && !headline.Has(Kinds.Hedge) && Blames().IsMatch(headline.Title);

    /// <summary>"Treasury targets North Korea's laundering network. It sanctioned …".</summary>
    private static bool IsSanctioned(ArticleReading reading) =>
        reading.Mentions.Any(mention => mention is { Field: ArticleField.Text, Start: < Lead, Concept: "sanction" } && !Offices.IsOffice(mention));

    /// <summary>"DOJ busts fake North Korean developers. An indictment accuses …": the lead says what the authority did.</summary>
    private static bool IsCharged(ArticleReading reading) =>
        reading.Mentions.Any(mention => mention is { Field: ArticleField.Text, Start: < Lead, Concept: "prosecution" } && !Offices.IsOffice(mention));

    private static bool AreInOneSentence(Article article, Mention one, Mention other)
    {
        var text = one.Field switch { ArticleField.Title => article.Title, ArticleField.Summary => article.Summary, _ => article.Text };
        var (from, to) = (Math.Min(one.Start + one.Length, other.Start + other.Length), Math.Max(one.Start, other.Start));
        return from >= to || !SentenceEnd().IsMatch(text[from..to]);
    }

    [GeneratedRegex(@"(?<![\p{Lu}.]\p{L}?)[.!?]\s+\p{Lu}|[。！？\n]|다\.\s")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("\\b(?:behind|to blame|blam(?:es?|ed|ing)|responsible|linked to|links|attribut\\w+|point(?:s|ing)? to|fingerprints|hinter|verantwortlich|zugeschrieben|derrière|responsables?|lié|detrás|culpa|vinculad\\w+|dietro|atrás|стоит|стоят|причастн\\w+|связал\\w*|обвинил\\w*)\\b|배후|소행|지목|背后|幕后|幕後|所为|所為|犯行|仕業|関与", RegexOptions.IgnoreCase)]
    private static partial Regex Blames();

    [GeneratedRegex("warn|alert|advis|urge|caution|경고|주의|警告|注意喚起|预警|предупре|advierte|alerta|avertit|mise en garde|avverte", RegexOptions.IgnoreCase)]
    private static partial Regex Warns();
}
