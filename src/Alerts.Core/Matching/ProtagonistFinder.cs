using System.Text.RegularExpressions;
using Alerts.Core.Articles;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Naming;

namespace Alerts.Core.Matching;

/// <summary>Finds the <see cref="Protagonists"/> of one article.</summary>
internal sealed partial class ProtagonistFinder
{
    private const string HackTopic = Topics.BuiltInTopics.ExchangeHack;

    /// <summary>Farther from a word of theft or loss than this, a name is company: an exchange that froze the loot, a rival in a list.</summary>
    private const int Reach = 120;

    /// <summary>An article that names as many is a list, and all of them are its subject.</summary>
    private const int List = 4;

    private const int MaxForms = 2;

    private const int Conjunction = 10;
    private const int MaxOwn = 40;
    private const int MaxNamed = 500;

    private static readonly Lazy<Dictionary<string, string>> s_stems = new(Stems);

    private readonly ArticleReading _reading;

    /// <summary>Victims that stand in the text, whether or not they merely stand by.</summary>
    private readonly List<Mention> _named;

    /// <summary>Those of them who do not.</summary>
    private readonly List<Mention> _concerned;

    public ProtagonistFinder(ArticleReading reading)
    {
        _reading = reading;
        // Each is held against all others, so that hostile text of nothing but names must not have its way.
        _named = [.. reading.Mentions.Where(mention => mention.Kind == Kinds.Victim).Take(MaxNamed)];
        _concerned = _named.FindAll(mention => !Bystanders.Is(reading.Surroundings, mention, _named));
    }

    /// <summary>Those who are named and do not merely stand by; all, where nobody else is named.</summary>
    public List<Mention> VictimMentions => _concerned.Count > 0 ? _concerned : _named;

    private List<string> UnknownVictims => field ??= FindUnknownVictims();

    private bool AllStandBy => _named.Count > 0 && _concerned.Count == 0;

    public Protagonists Find()
    {
        var victims = AllStandBy ? [.. UnknownVictims] : new List<string>();
        if (victims.Count == 0) victims = KnownVictims();
        if (victims.Count == 0) victims.AddRange(NamedAlone());
        if (victims.Count == 0 || !InTitle(victims)) victims.AddRange(UnknownVictims.Where(name => !victims.Exists(known => Includes(known, name))));
        var actors = Actors();
        return new(victims, actors, WrittenForms(victims.Concat(actors).ToHashSet(StringComparer.Ordinal)));
    }

    private List<string> KnownVictims()
    {
        var mentioned = VictimMentions;
        var deeds = _reading.Mentions.Where(IsDeed).ToList();
        var isList = PeriodTotals.IsIn(_reading) || (_reading.Matched.Any(match => match.Kind is NewsKind.RoundUp or NewsKind.Retrospective)
            && (mentioned.Select(mention => mention.Concept).Distinct().Count() >= List || !mentioned.Exists(mention => mention.Field == ArticleField.Title)));
        var titled = mentioned.Where(mention => mention.Field == ArticleField.Title).Select(mention => mention.Concept).ToHashSet(StringComparer.Ordinal);
        var concerned = WithListed(_reading.Article, mentioned, mention => isList || HasDeed(mention, deeds) || (titled.Count == 0 && (Bystanders.IsTarget(_reading.Surroundings, mention) || IsSubject(mention))));
        var first = titled.Count > 0 ? null : FirstOf(_reading.Surroundings, concerned);
        var present = isList ? concerned : Present(_reading.Surroundings, concerned, mentioned, titled, first);
        return
        [
            .. (present.Count > 0 ? present : concerned)
                .GroupBy(mention => mention.Name, StringComparer.Ordinal)
                .OrderByDescending(group => group.Any(mention => mention.Field == ArticleField.Title))
                .ThenByDescending(group => group.Any(mention => mention.Concept == first))
                .ThenByDescending(group => group.Count())
                .Select(group => group.Key),
        ];

        // A headline tells the deed without a name, and the text begins with one.
        bool IsSubject(Mention mention) => mention == mentioned[0] && mention.Field != ArticleField.Title && mention.Start < Reach && deeds is [{ Field: ArticleField.Title }, ..];
    }

    /// <summary>Without a victim in its headline, an article's news is that of whom its deed is aimed at, else of the first whom it names for no other time.</summary>
    private static string? FirstOf(NameSurroundings around, List<Mention> concerned)
    {
        var present = concerned.FindAll(mention => !OtherTimes.IsIn(around, mention, concerned));
        return (present.Find(mention => Bystanders.IsTarget(around, mention)) ?? present.FirstOrDefault())?.Concept;
    }

    private static List<Mention> Present(NameSurroundings around, List<Mention> concerned, List<Mention> mentioned, HashSet<string> titled, string? first)
    {
        var own = mentioned.Where(mention => titled.Contains(mention.Concept) || mention.Concept == first).Take(MaxOwn).ToList();
        return concerned.FindAll(mention => titled.Contains(mention.Concept) || mention.Concept == first || !OtherTimes.IsIn(around, mention, own));
    }

    /// <summary>"Atomic Wallet, Alphapo and CoinsPaid": what is said of one in a list is said of the next.</summary>
    private static List<Mention> WithListed(Article article, List<Mention> mentioned, Func<Mention, bool> isConcerned)
    {
        var concerned = new List<Mention>();
        foreach (var mention in mentioned)
        {
            if (isConcerned(mention) || (concerned.Count > 0 && AreListed(article, concerned[^1], mention))) concerned.Add(mention);
        }

        return concerned;
    }

    private static bool AreListed(Article article, Mention before, Mention after)
    {
        var (from, to) = (before.End, after.Start);
        return before.Field == ArticleField.Text && after.Field == before.Field && to > from && to <= article.Text.Length && to - from <= Conjunction && Conjoined().IsMatch(article.Text[from..to]);
    }

    [GeneratedRegex(@"^(?:,|、|·|\s?/|,?\s(?:and|und|et|y|e|и)|[와과及和])\s?(?:the\s|l['’])?$")]
    private static partial Regex Conjoined();

    /// <summary>In a story about a hack, a victim in the headline or the only one in the text is whose story it is, though the deed is told elsewhere.</summary>
    private List<string> NamedAlone()
    {
        // A case or sanction names the venues that it passed through.
        if (!_reading.Matched.Any(match => match.TopicId == HackTopic) && _reading.Mentions.Any(mention => mention is { Field: ArticleField.Title, Kind: Kinds.Response or Kinds.MoneyFlow })) return [];
        var mentioned = VictimMentions;
        var titled = mentioned.Where(mention => mention.Field == ArticleField.Title).Select(mention => mention.Name).Distinct().ToList();
        if (titled.Count == 0 && mentioned.Find(mention => Bystanders.IsTarget(_reading.Surroundings, mention)) is { } target) return [target.Name];
        var named = titled.Count > 0 ? titled : mentioned.Select(mention => mention.Name).Distinct().ToList();
        return named.Count == 1 ? named : [];
    }

    /// <summary>A known one is not told again as its alias is written: "크립토피아" is Cryptopia.</summary>
    private List<string> FindUnknownVictims()
    {
        var aliases = _reading.Mentions.Where(mention => mention.Kind == Kinds.Victim).Select(mention => AliasKey.Of(mention.Alias)).ToHashSet(StringComparer.Ordinal);
        return [.. (_reading.Language is "zh" or "ja" or "ko" ? EastAsianVictims.Of(_reading) : VictimNames.Of(_reading)).Where(name => !aliases.Contains(AliasKey.Of(name))).Select(Listed)];
    }

    /// <summary>"Uranium" in the company of a hack is Uranium Finance, where one victim alone is called so.</summary>
    private static string Listed(string name) => s_stems.Value.GetValueOrDefault(name, name);

    private static Dictionary<string, string> Stems() => KnowledgeBase.BuiltIn.Concepts
        .Where(concept => concept.Kind == Kinds.Victim && concept.Name.IndexOf(' ', StringComparison.Ordinal) is > 3 and var space && NameWords.Suffixes.Contains(concept.Name[(space + 1)..]))
        .Select(concept => (Stem: concept.Name[..concept.Name.IndexOf(' ', StringComparison.Ordinal)], concept.Name))
        .GroupBy(victim => victim.Stem, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() == 1)
        .ToDictionary(group => group.Key, group => group.First().Name, StringComparer.OrdinalIgnoreCase);

    private List<string> Actors()
    {
        var named = _reading.Mentions.Where(mention => mention.Kind is Kinds.Actor or Kinds.Person && !NamelessActors.Are(mention.Concept)).ToList();
        List<string> actors = [.. named.Select(mention => mention.Name).Concat(KnownAccused.Of(_reading)).Distinct(StringComparer.Ordinal)];
        if (_reading.Mentions.Any(mention => mention is { Field: ArticleField.Title, Concept: "sanction" or "prosecution" }))
            actors.AddRange(_reading.Mentions.Where(mention => mention.Kind == Kinds.Agency).Select(mention => mention.Name).Where(name => !actors.Contains(name)).Distinct(StringComparer.Ordinal));
        actors.AddRange(ActorNames.Of(_reading).Where(name => !actors.Exists(known => Includes(known, name))));
        if ((named.Count == 0 || IsAccusedItself() || NamesOthersOnly(named)) && _reading.Mentions.Any(NamelessActors.IsOfState)) actors.Add(NamelessActors.State);
        return actors;
    }

    /// <summary>"FBI accuses North Korea", whatever the text then calls its hackers.</summary>
    private bool IsAccusedItself() => _reading.Mentions.Any(mention => mention is { Field: ArticleField.Title, Kind: Kinds.State });

    /// <summary>People who are not of the state, or a group in the text below a headline about the state's workers.</summary>
    private bool NamesOthersOnly(List<Mention> named) =>
        named.TrueForAll(mention => mention.Kind == Kinds.Person && !(KnowledgeBase.BuiltIn.Find(mention.Concept) is { } person && KnowledgeBase.BuiltIn.IsNorthKorean(person)))
            || (!named.Exists(mention => mention.Field == ArticleField.Title) && _reading.Mentions.Any(mention => mention is { Field: ArticleField.Title, Concept: NamelessActors.Workers }));

    private bool InTitle(List<string> victims) =>
        _reading.Mentions.Any(mention => mention is { Field: ArticleField.Title, Kind: Kinds.Victim } && victims.Contains(mention.Name));

    /// <summary>Forms that the name does not show; of a state without a named group, how the article calls its hackers.</summary>
    private Dictionary<string, string> WrittenForms(HashSet<string> names) => _reading.Mentions
        .Select(mention => (Name: NamelessActors.IsOfState(mention) ? NamelessActors.State : mention.Name, mention.Alias, IsCalled: NamelessActors.Are(mention.Concept)))
        .Where(form => names.Contains(form.Name) && (form.IsCalled || (!Includes(form.Name, form.Alias) && !Includes(form.Alias, form.Name))))
        .GroupBy(form => form.Name, StringComparer.Ordinal)
        .ToDictionary(
            forms => forms.Key,
            forms => string.Join(", ", forms.GroupBy(form => form.Alias, StringComparer.OrdinalIgnoreCase).OrderByDescending(form => form.First().IsCalled).ThenByDescending(form => form.Count()).Take(MaxForms).Select(form => form.Key)),
            StringComparer.Ordinal);

    private static bool Includes(string longer, string shorter) => AliasKey.Of(longer).Contains(AliasKey.Of(shorter), StringComparison.Ordinal);

    internal static bool IsDeed(Mention mention) => mention.Kind is Kinds.Theft or Kinds.Loss || mention is { Kind: Kinds.Attack, Concept: not "hacker" };

    /// <summary>Deeds are in order of field and offset, so that the nearest are found by halving.</summary>
    private static bool HasDeed(Mention mention, List<Mention> deeds)
    {
        var next = deeds.FirstNotBefore(mention, static (deed, name) => (deed.Field, deed.Start).CompareTo((name.Field, name.Start)) < 0);
        return (next > 0 && AreNear(mention, deeds[next - 1])) || (next < deeds.Count && AreNear(mention, deeds[next]));
    }

    private static bool AreNear(Mention a, Mention b) =>
        a.Field == b.Field && a.Paragraph == b.Paragraph && Math.Max(a.Start - b.End, b.Start - a.End) <= Reach;
}
