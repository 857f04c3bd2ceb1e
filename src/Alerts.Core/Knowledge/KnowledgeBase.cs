using System.Collections.Frozen;

namespace Alerts.Core.Knowledge;

/// <summary>
/// What Alerts knows of groups, agencies, victims, thefts and the words of twelve languages. Immutable. The product reads its articles by
/// <see cref="BuiltIn"/>, its own files, and by no others: what somebody would add to them, new concepts or more aliases for known ones, is checked
/// by <see cref="Load"/> and then has to be built in.
/// </summary>
public sealed class KnowledgeBase
{
    private const string ResourcePrefix = "Knowledge/";

    private static readonly Lazy<KnowledgeLoad> s_builtIn = new(() => Load([]));

    private readonly FrozenDictionary<string, int> _byId;
    private readonly FrozenDictionary<string, string> _names;

    internal KnowledgeBase(
        IReadOnlyList<Concept> concepts,
        IReadOnlyList<AliasSpelling> aliases,
        IReadOnlyList<KnownTheft> incidents,
        IReadOnlyList<Case> cases,
        IReadOnlyDictionary<string, string[]> contexts)
    {
        Concepts = concepts;
        Aliases = aliases;
        Incidents = incidents;
        Cases = cases;
        _byId = concepts.Select((concept, index) => KeyValuePair.Create(concept.Id, index)).ToFrozenDictionary(StringComparer.Ordinal);
        _names = aliases.Where(alias => !alias.Alias.Exclusion).Select(alias => (Key: AliasKey.Of(alias.Text), concepts[alias.Concept].Id))
            .Concat(concepts.Select(concept => (Key: AliasKey.Of(concept.Name), concept.Id)))
            .DistinctBy(name => name.Key).ToFrozenDictionary(name => name.Key, name => name.Id, StringComparer.Ordinal);
        Contexts = contexts.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>The product's own knowledge, read once.</summary>
    public static KnowledgeBase BuiltIn => s_builtIn.Value.Knowledge;

    public IReadOnlyList<Concept> Concepts { get; }

    /// <summary>Every written form of every concept, exclusions included.</summary>
    public IReadOnlyList<AliasSpelling> Aliases { get; }

    /// <summary>The known thefts, largest first as they stand in the file.</summary>
    public IReadOnlyList<KnownTheft> Incidents { get; }

    /// <summary>Those who are known to have been charged or sanctioned together.</summary>
    public IReadOnlyList<Case> Cases { get; }

    /// <summary>Reads the product's files and then <paramref name="added"/>: to see what is wrong with these and what they would change.</summary>
    public static KnowledgeLoad Load(IEnumerable<KnowledgeText> added)
    {
        ArgumentNullException.ThrowIfNull(added);
        return new KnowledgeJoiner([.. BuiltInFiles().Concat(added).Select(KnowledgeFileReader.Read)]).Join();
    }

    /// <summary>A knowledge base of the given files only: for tests and for checking one file by itself.</summary>
    public static KnowledgeLoad Only(params IEnumerable<KnowledgeText> files) => new KnowledgeJoiner([.. files.Select(KnowledgeFileReader.Read)]).Join();

    public Concept? Find(string id) => _byId.TryGetValue(id, out var index) ? Concepts[index] : null;

    public int? IndexOf(string id) => _byId.TryGetValue(id, out var index) ? index : null;

    /// <summary>By id, canonical name or alias, whatever its case, hyphens and spaces.</summary>
    public Concept? FindByName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Find(name) ?? (_names.TryGetValue(AliasKey.Of(name), out var id) ? Find(id) : null);
    }

    /// <summary>The concept and all that it counts under, itself first.</summary>
    public IEnumerable<Concept> Lineage(Concept concept)
    {
        ArgumentNullException.ThrowIfNull(concept);
        // Umbrellas form a tree (checked on loading), so that this ends.
        for (var at = concept; at is not null; at = at.Umbrella is { } umbrella ? Find(umbrella) : null) yield return at;
    }

    /// <summary>The state, and all that counts under it.</summary>
    public bool IsNorthKorean(Concept concept) => IsUnder(concept, "north-korea");

    public bool IsUnder(Concept concept, string umbrella) => Lineage(concept).Any(ancestor => ancestor.Id == umbrella);

    /// <summary>The ids of what goes by a name and of all that counts under it. "Lazarus" is the umbrella here: who searches for it wants Andariel as well.</summary>
    /// <returns>Null where nothing goes by that name.</returns>
    public IReadOnlySet<string>? IdsNamed(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return (Find(name.ToLowerInvariant()) ?? FindByName(name)) is { } named
            ? Concepts.Where(concept => IsUnder(concept, named.Id)).Select(concept => concept.Id).ToHashSet(StringComparer.Ordinal)
            : null;
    }

    /// <summary>By concept or kind: the kinds beside which its ambiguous aliases count.</summary>
    public IReadOnlyDictionary<string, FrozenSet<string>> Contexts { get; }

    /// <summary>The embedded files below a folder, such as the built-in topics.</summary>
    internal static IEnumerable<KnowledgeText> Embedded(string folder, string extension)
    {
        foreach (var name in typeof(KnowledgeBase).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (!name.StartsWith(ResourcePrefix + folder, StringComparison.Ordinal) || !name.EndsWith(extension, StringComparison.Ordinal)) continue;
            yield return new(name[ResourcePrefix.Length..], EmbeddedData.Text(name));
        }
    }

    private static IEnumerable<KnowledgeText> BuiltInFiles() => Embedded("", ".json");
}
