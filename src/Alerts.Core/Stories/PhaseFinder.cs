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
        if (headline.IsEndByTheft()) return StoryPhase.Theft;
        if (headline.IsOfStep()) return StepOf(headline, reading);
        if (!headline.HasVictim && headline.Thefts.Count == 0 && StoryCounts.CountsDeeds(headline.Title, reading.Article.Text)) return StoryPhase.Report;
        if (kind == NewsKind.Policy) return speaks ? StoryPhase.Advisory : StoryPhase.Background;
        if (!IsAttribution(reading)) return IsBlamed(headline) ? StoryPhase.Attribution : StoryPhase.Theft;
        return !headline.HasVictim && headline.Thefts.Count == 0 && IsCharged(reading) ? StoryPhase.Prosecution : StoryPhase.Attribution;
    }

    /// <summary>"How did X lose $5 million?" explains one theft, which it tells as well.</summary>
    private static bool TellsTheft(Headline headline) => headline.HasVictim && headline.Thefts.Count > 0 && (headline.Has(Kinds.Amount) || Explained().IsMatch(headline.Title));

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

    /// <summary>A headline that says who did it, in the words of an analyst, an office or a government.</summary>
    private static bool IsBlamed(Headline headline) => headline.Mentions.Exists(mention => mention.Kind is Kinds.Actor or Kinds.State or Kinds.Person) && !headline.Has(Kinds.Hedge) && !Doubts().IsMatch(headline.Title)
        && (headline.IsAccusation || ((headline.Has(Kinds.Analyst) || headline.Offices.Count > 0 || Governments().IsMatch(headline.Title)) && Blames().IsMatch(headline.Title))
            || (headline.Thefts.TrueForAll(theft => theft.Kind == Kinds.Attack) && headline.HasVictim && IsFoundOut(headline.Reading) && Convicts().IsMatch(headline.Title)));

    /// <summary>The lead names who found out.</summary>
    private static bool IsFoundOut(ArticleReading reading) => reading.Mentions.Any(mention => mention is { Field: ArticleField.Text, Start: < Lead / 4, Kind: Kinds.Analyst });

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

    [GeneratedRegex("\\b(?:behind|to blame|blam(?:es?|ed|ing)|responsible|linked to|links|attribut\\w+|point(?:s|ing)? to|pins?\\s.+\\son|fingerprints|hinter|verantwortlich|zugeschrieben|derrière|responsables?|lié|detrás|culpa|vinculad\\w+|dietro|atrás|apontam?|стоит|стоят|причастн\\w+|связал\\w*|обвинил\\w*)\\b|배후|소행|지목|공동\\s?(?:성명|경보)|共同声明|联合声明|背后|幕后|幕後|所为|所為|犯行|仕業|関与", RegexOptions.IgnoreCase)]
    private static partial Regex Blames();

    /// <summary>Leaves nothing open, as <see cref="Blames"/> may: "linked to" is said of many.</summary>
    [GeneratedRegex("\\b(?:(?:is|are|was|were) behind|to blame|steck(?:t|en) hinter|est derrière|sont derrière|está detrás|están detrás|è dietro|está por trás|сто[ия]т за)\\b|幕后黑手|幕後黑手|所为|所為", RegexOptions.IgnoreCase)]
    private static partial Regex Convicts();

    [GeneratedRegex("\\b(?:may|might|could|könnten?|pourrai(?:t|ent)|podrían?|potrebbe(?:ro)?|poderiam?|возможно|может|могут)\\b|가능성|可能", RegexOptions.IgnoreCase)]
    private static partial Regex Doubts();

    /// <summary>Governments that speak as such: "US and Japan blame", "한미일".</summary>
    [GeneratedRegex("(?:^|[\\s,:(])(?:US|U\\.S\\.|USA|EE\\.\\s?UU\\.|EEUU)(?![\\w-])|\\b(?:Washington|Seoul|South Korea|Südkorea|Corée du Sud|Corea del Sur|Corea del Sud|Coreia do Sul|États-Unis|Estados Unidos|Stati Uniti)\\b|США|Южная Корея|한미일|한·미·일|미국·일본|日米韓|美日韩|美日韓")]
    private static partial Regex Governments();

    [GeneratedRegex("^(?:explained|erklärt|expliqué|explicado|spiegato|разбор)\\s?:|:\\s?(?:explained|erklärt|expliqué|explicado|spiegato|разбор)$", RegexOptions.IgnoreCase)]
    private static partial Regex Explained();

    [GeneratedRegex("warn|alert|advis|urge|caution|경고|주의|警告|注意喚起|预警|предупре|advierte|alerta|avertit|mise en garde|avverte", RegexOptions.IgnoreCase)]
    private static partial Regex Warns();
}
