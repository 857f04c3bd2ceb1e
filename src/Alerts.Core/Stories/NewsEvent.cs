using System.Globalization;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Naming;
using Alerts.Core.Stories.Amounts;
using Alerts.Core.Stories.Claims;

namespace Alerts.Core.Stories;

/// <summary>What an article says has happened, reduced to what another outlet, in another language, says as well.</summary>
internal sealed record NewsEvent
{
    private const int MaxDays = 6;

    public required NewsKind Kind { get; init; }

    public required StoryPhase Phase { get; init; }

    /// <summary>Other steps that it tells beside <see cref="Phase"/>.</summary>
    public IReadOnlyList<StoryPhase> AlsoTold { get; init; } = [];

    /// <summary>Published, or first seen where undated.</summary>
    public required DateTimeOffset When { get; init; }

    public required bool IsDated { get; init; }

    public required string Title { get; init; }

    public string? TitleKey { get; init; }

    /// <summary>Whose loss the article is about, by canonical name or as written; null where it names none, or many.</summary>
    public string? Victim { get; init; }

    public IReadOnlyList<string> Victims { get; init; } = [];

    /// <summary>Of a theft: how the victim's name is spoken, else those words of the headline that may be its name in another script.</summary>
    public IReadOnlyList<string> Spoken { get; init; } = [];

    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>North Korea is named, be it without any of its groups.</summary>
    public bool IsState { get; init; }

    /// <summary>Who counted, for totals.</summary>
    public string? Reporter { get; init; }

    /// <summary>Whose count a report is.</summary>
    public string? Counted => Phase == StoryPhase.Report ? Reporter : null;

    /// <summary>Several governments speak as one, and name sums of many thefts.</summary>
    public bool IsJoint { get; init; }

    /// <summary>Who speaks officially, in headline or text.</summary>
    public IReadOnlyList<string> Authorities { get; init; } = [];

    /// <summary>An authority says who did it: that is news of its own, whoever has said so before.</summary>
    public bool IsOfficial => Phase == StoryPhase.Attribution && Authorities.Count > 0;

    /// <summary>How far a case has come: "sentence".</summary>
    public string? Court { get; init; }

    /// <summary>Of a recovery: which kind it is.</summary>
    public string? Answer { get; init; }

    /// <summary>The mixer that is sanctioned or charged.</summary>
    public string? Service { get; init; }

    /// <summary>Analysts and offices in the headline.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>Malware and campaigns in the headline; among <see cref="Names"/> as well.</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];

    /// <summary>Which year a report counts.</summary>
    public string? Year { get; init; }

    public Amount? Amount { get; init; }

    /// <summary>The sum in its own currency, where that is not the dollar.</summary>
    public string? Stated { get; init; }

    /// <summary>The sum as a number of tokens, where that is all an undated article has.</summary>
    public string? Tokens { get; init; }

    /// <summary>All sums in the article's head, in US dollars.</summary>
    public IReadOnlyList<decimal> Sums { get; init; } = [];

    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The days that its head writes out, without their years: "03-25".</summary>
    public IReadOnlyList<string> DaysTold { get; init; } = [];

    public IReadOnlyList<Particular> Particulars { get; init; } = [];

    public TextSketch? Sketch { get; init; }

    public string? KnownIncident { get; init; }

    /// <summary>One of <see cref="KnowledgeBase.Cases"/>.</summary>
    public string? KnownCase { get; init; }

    public bool IsRetold { get; init; }

    /// <summary>An analyst, or who watches over the sanctions, whoever is named first.</summary>
    private static string? ReporterOf(ArticleReading reading)
    {
        var monitor = StateNews.Monitor(reading);
        return reading.Mentions.FirstOrDefault(mention => mention.Kind == Kinds.Analyst || mention == monitor) is { } reporter ? ClaimVocabulary.NameOf(reporter.Alias) : null;
    }

    /// <summary>The mixer in the headline; where it only says "a mixer", the first that the text names.</summary>
    private static Mention? ServiceOf(Headline headline) => headline.Mentions.Find(Mixers.IsNamed)
        ?? (headline.Mentions.Exists(Mixers.IsMixer) ? headline.Reading.Mentions.FirstOrDefault(Mixers.IsNamed) : null);

    public static NewsEvent Of(ArticleReading reading)
    {
        var article = reading.Article;
        var whom = Protagonists.Of(reading);
        var headline = Headline.Of(reading);
        var head = new StoryHead(reading);
        var named = Canonical(MainVictim.Of(reading, whom));
        var isOfState = StateNews.IsIn(headline, named);
        var isTotal = isOfState || (PeriodTotals.IsIn(reading) && !headline.IsBlameForOne);
        var victim = isTotal ? null : named;
        var amount = StoryAmount.Of(headline, victim);
        var kind = isTotal ? NewsKind.RoundUp : EventKind.Of(headline, victim, whom.Victims.Count, amount);
        var phase = isOfState ? StoryPhase.Report : PhaseFinder.Of(headline, kind);
        // Whose loot was washed by whom is sanctioned stands in the text only; the news is the sanction.
        if ((phase is StoryPhase.Sanction or StoryPhase.Advisory || (phase == StoryPhase.Prosecution && headline.Mentions.Exists(Mixers.IsNamed))) && !headline.HasVictim) victim = null;
        // What tokens were worth on an unknown day says nothing; they are compared by their number.
        var isOfTokens = article.PublishedAt is null && amount is { IsToken: true };
        var sums = StoryNames.SumsOf(head, isOfTokens ? null : amount);
        var known = KnownAccused.CaseOf(reading)?.Id;
        var names = StoryNames.Of(head, whom, victim);
        var year = phase == StoryPhase.Report ? PeriodTotals.YearOf(reading) : null;
        var incident = victim is null ? null : KnownTheftFinder.Of(head, victim, phase, sums);
        var told = new NewsEvent
        {
            Kind = kind,
            Phase = phase,
            AlsoTold = Stories.AlsoTold.Of(headline, phase),
            When = article.PublishedAt ?? article.FirstSeenAt,
            IsDated = article.PublishedAt is not null,
            Title = article.Title,
            TitleKey = Stories.TitleKey.Of(article.Title),
            Victim = victim,
            Victims = whom.Victims,
            Spoken = phase == StoryPhase.Theft ? SpokenName.In(reading, victim) : [],
            Actors = [.. whom.Actors.Where(actor => actor != NamelessActors.State)],
            IsState = reading.IsOfState,
            Reporter = ReporterOf(reading),
            Speakers = [.. reading.Mentions.Where(mention => mention.Field == ArticleField.Title && (mention.Kind == Kinds.Analyst || Offices.IsOffice(mention))).Select(StoryNames.NameOf).Distinct()],
            IsJoint = headline.IsOfSeveralGovernments,
            Tools = [.. headline.Mentions.Where(StoryNames.IsTool).Select(StoryNames.NameOf).Distinct()],
            Authorities = [.. reading.Mentions.Where(Offices.IsOffice).Select(StoryNames.NameOf).Distinct()],
            Year = year,
            Court = phase == StoryPhase.Prosecution ? headline.CourtStep() : null,
            Answer = phase == StoryPhase.Recovery ? headline.Answer() : null,
            Service = phase is StoryPhase.Sanction or StoryPhase.Prosecution ? ServiceOf(headline)?.Name : null,
            Stated = StoryCounts.Stated(amount),
            Tokens = isOfTokens ? StoryCounts.Tokens(amount!) : null,
            Amount = amount,
            Sums = sums,
            KnownCase = known,
            DaysTold = [.. DateReader.DaysIn(head.Text, reading.Language).Distinct().Take(MaxDays).Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.Month:00}-{day.Day:00}"))],
            Sketch = TextSketch.Of(article.Text),
            KnownIncident = incident?.Id,
            IsRetold = incident is not null && KnownTheftFinder.IsRetold(incident, head, headline, phase, sums),
        };
        return told with
        {
            Names = told.IsState ? [NamelessActors.State, .. names.Where(name => name != NamelessActors.State)] : names,
            Particulars = [.. told.ParticularsOf().Concat(StoryCounts.Of(head).Select(count => new Particular(ParticularKind.Count, count))).Distinct()],
        };
    }

    /// <summary>A name as written that the knowledge base has in other letters or with other spaces ("코인 체크") is the house's that other outlets name.</summary>
    private static string? Canonical(string? victim) => victim is not null && KnowledgeBase.BuiltIn.FindByName(victim) is { Kind: Kinds.Victim } known ? known.Name : victim;

    private IEnumerable<Particular> ParticularsOf()
    {
        if (KnownCase is not null) yield return new(ParticularKind.Case, KnownCase);
        if (Year is not null) yield return new(ParticularKind.Year, Year);
        if (Counted is not null) yield return new(ParticularKind.CountedBy, Counted);
        if (Court is not null) yield return new(ParticularKind.InCourt, Court);
        if (Answer is not null) yield return new(ParticularKind.Answer, Answer);
        if (Service is not null) yield return new(ParticularKind.Against, Service);
        if (IsJoint) yield return new(ParticularKind.Joint, "");
        if (IsOfficial) yield return new(ParticularKind.Official, "");
        foreach (var name in Spoken) yield return new(ParticularKind.Spoken, name);
    }
}
