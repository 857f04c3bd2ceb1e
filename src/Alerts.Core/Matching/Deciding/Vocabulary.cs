using System.Collections.Frozen;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Scanning;
using Alerts.Core.Matching.Topics;

namespace Alerts.Core.Matching.Deciding;

/// <summary>
/// All that one scan looks for, the aliases of the knowledge base and the words of all topics, and for each what it means to the topics. Immutable.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>The concept as which every victim of a known theft counts: who reads its name knows what happened to it.</summary>
    private const string Robbed = "robbed";

    /// <summary>The concept of venues that are much in the news for other reasons: their names alone make no ambiguous word count.</summary>
    private const string LargeVenue = "large-venue";

    /// <summary>The end of the Latin blocks that European languages write in.</summary>
    private const char LastLatin = '\u024F';

    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly List<VocabularyEntry> _entries = [];
    private readonly List<VocabularyAlias> _aliases = [];
    private readonly IReadOnlyDictionary<string, FrozenSet<string>> _contexts;

    /// <summary>By the kind of what was robbed.</summary>
    private readonly FrozenDictionary<string, FrozenSet<string>> _deeds;

    private readonly FrozenSet<string> _robbed;
    private readonly FrozenSet<string> _robbedOnly;

    public Vocabulary(KnowledgeBase knowledge, IReadOnlyList<Topic> topics)
    {
        Knowledge = knowledge;
        _contexts = knowledge.Contexts;
        _deeds = Kinds.All.Where(kind => _contexts.ContainsKey(KnowledgeContext.Beside(kind))).ToFrozenDictionary(kind => kind, kind => _contexts[KnowledgeContext.Beside(kind)], StringComparer.Ordinal);
        _robbed = knowledge.Incidents.SelectMany(incident => incident.Victims).ToFrozenSet(StringComparer.Ordinal);
        _robbedOnly = _robbed.Where(id => knowledge.Find(id) is { } house && !house.Relations.Any(relation => relation is { Kind: Relation.Is, To: LargeVenue })).ToFrozenSet(StringComparer.Ordinal);
        var words = new List<(string Text, int Term)>();
        foreach (var term in topics.SelectMany(TopicTerms.Of))
        {
            var number = _terms.Count;
            if (_terms.TryAdd(KeyOf(term), number) && term.Kind == TopicTermKind.Words) words.Add((term.Value, number));
        }

        var scanner = new AliasScannerBuilder();
        foreach (var concept in knowledge.Concepts) AddEntry(concept.Id, concept.Name, concept.Kind, "knowledge", TermsOf(concept));
        foreach (var alias in knowledge.Aliases) Add(scanner, alias.Concept, alias.Text, alias.Alias);
        foreach (var (text, term) in words) AddWord(scanner, text, term);

        Scanner = scanner.Build();
        AmountEntry = knowledge.IndexOf(Kinds.Amount) ?? -1;
        NameEntry = knowledge.IndexOf("protocol-name") ?? -1;
        BlameEntry = knowledge.IndexOf("blames") ?? -1;
        AttackOnStateEntry = knowledge.IndexOf("against-state") ?? -1;
    }

    public KnowledgeBase Knowledge { get; }

    public AliasScanner Scanner { get; }

    /// <summary>The entry of sums, which are found by their form; -1 where the knowledge base has none.</summary>
    public int AmountEntry { get; }

    /// <summary>The entry of protocols that nobody has listed and whose names tell what they are; -1 where the knowledge base has none.</summary>
    public int NameEntry { get; }

    /// <summary>The entry of the verbs that put a deed on somebody; -1 where the knowledge base has none.</summary>
    public int BlameEntry { get; }

    /// <summary>The entry of attacks on North Korea itself; -1 where the knowledge base has none.</summary>
    public int AttackOnStateEntry { get; }

    public int TermCount => _terms.Count;

    public VocabularyEntry Entry(int entry) => _entries[entry];

    public VocabularyAlias Alias(int id) => _aliases[id];

    public int Term(TopicTerm term) => _terms[KeyOf(term)];

    /// <summary>Whether a mention of <paramref name="neighbour"/>, by its kind or itself, makes an ambiguous alias of <paramref name="entry"/> count.</summary>
    public bool IsContext(VocabularyEntry entry, VocabularyEntry neighbour) => IsContext(entry.Context, neighbour);

    /// <summary>The same of a context that has a name of its own.</summary>
    public bool IsContext(string name, VocabularyEntry neighbour) => IsContext(_contexts.GetValueOrDefault(name), neighbour);

    private bool IsContext(FrozenSet<string>? context, VocabularyEntry neighbour) => context is not null
        && (context.Contains(neighbour.Kind) || context.Contains(neighbour.Id) || (context.Contains(Robbed) && _robbedOnly.Contains(neighbour.Id)));

    /// <summary>Whether a mention of <paramref name="neighbour"/> right beside it, and a sum, make an ambiguous alias of <paramref name="entry"/> count.</summary>
    public static bool IsDeedBeside(VocabularyEntry entry, VocabularyEntry neighbour) => entry.Deeds?.Contains(neighbour.Id) == true;

    /// <summary>Whether one concept is an umbrella of the other.</summary>
    public bool CountsUnder(int entry, int umbrella) =>
        entry < Knowledge.Concepts.Count && umbrella < Knowledge.Concepts.Count
        && Knowledge.Concepts[entry].Umbrella is not null && Knowledge.IsUnder(Knowledge.Concepts[entry], Knowledge.Concepts[umbrella].Id);

    /// <summary>Whether it is North Korea or counts under it.</summary>
    public bool IsNorthKorean(int entry) => entry < Knowledge.Concepts.Count && Knowledge.IsNorthKorean(Knowledge.Concepts[entry]);

    private static string KeyOf(TopicTerm term) => term.Kind == TopicTermKind.Words ? term.Key.ToLowerInvariant() : term.Key;

    private int[] TermsOf(Concept concept)
    {
        var terms = new HashSet<int>();
        AddTerms(concept);
        // A compound such as "Kryptodiebstahl" is a theft and names the currency too.
        foreach (var relation in concept.Relations)
        {
            if (relation.Kind == Relation.Is && Knowledge.Find(relation.To) is { } other) AddTerms(other);
        }

        if (_robbed.Contains(concept.Id)) AddTerm(TopicTermKind.Concept, Robbed);
        return [.. terms];

        void AddTerms(Concept counted)
        {
            AddTerm(TopicTermKind.Concept, counted.Id);
            AddTerm(TopicTermKind.Kind, counted.Kind);
            foreach (var ancestor in Knowledge.Lineage(counted)) AddTerm(TopicTermKind.Under, ancestor.Id);
        }

        void AddTerm(TopicTermKind kind, string value)
        {
            if (_terms.TryGetValue($"{kind}:{value}", out var term)) terms.Add(term);
        }
    }

    private void AddWord(AliasScannerBuilder scanner, string word, int term)
    {
        AddEntry($"word:{word}", word, Kinds.Word, "topic", [term]);
        Add(scanner, _entries.Count - 1, word, new ConceptAlias(word));
    }

    /// <summary>A context of the concept itself goes before that of its kind.</summary>
    private void AddEntry(string id, string name, string kind, string provenance, int[] terms) =>
        _entries.Add(new(id, name, kind, provenance, terms, _contexts.GetValueOrDefault(id) ?? _contexts.GetValueOrDefault(kind), _deeds.GetValueOrDefault(kind)));

    private void Add(AliasScannerBuilder scanner, int entry, string text, ConceptAlias alias)
    {
        scanner.Add(text, _aliases.Count, FormOf(text, alias), alias.Language);
        var isWord = !IsAlikeEverywhere(_entries[entry].Kind);
        var isForeign = isWord && alias.Language is not (null or VocabularyAlias.English) && !text.AsSpan().ContainsAnyExceptInRange('\0', LastLatin);
        _aliases.Add(new(entry, alias, isForeign, isWord && alias.Language is VocabularyAlias.Chinese or VocabularyAlias.Japanese));
    }

    private static AliasForm FormOf(string text, ConceptAlias alias)
    {
        var form = AliasForm.Word;
        if (alias.Inflected) form |= AliasForm.Inflected;
        if (alias.CaseSensitive) form |= AliasForm.CaseSensitive;
        // Scripts that join words have no boundaries to respect; one character alone keeps those that it has.
        if (text.Length > 1 && (Scripts.IsUnspaced(text[0]) || Scripts.IsUnspaced(text[^1]))) form |= AliasForm.Substring;
        return form;
    }

    /// <summary>Names, and coins, which are written alike in every language.</summary>
    private static bool IsAlikeEverywhere(string kind) =>
        kind is Kinds.State or Kinds.Umbrella or Kinds.Actor or Kinds.Agency or Kinds.Person or Kinds.Malware or Kinds.Campaign or Kinds.Victim or Kinds.Country or Kinds.Analyst or Kinds.Crypto;
}
