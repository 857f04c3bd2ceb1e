namespace Alerts.Core.Knowledge;

/// <summary>Joins the files in order into one knowledge base, leaves out what is wrong and reports it with file and line.</summary>
internal sealed class KnowledgeJoiner(IReadOnlyList<KnowledgeFile> files)
{
    private readonly List<KnowledgeIssue> _issues = [.. files.SelectMany(file => file.Issues)];
    private readonly Dictionary<string, Concept> _concepts = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly Dictionary<string, KnowledgeEndings> _endings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _contexts = new(StringComparer.Ordinal);

    public KnowledgeLoad Join()
    {
        foreach (var file in files)
        {
            foreach (var endings in file.Endings) Add(endings);
            foreach (var concept in file.Concepts) Add(concept);
        }

        CheckUmbrellasAndRelations();
        foreach (var context in files.SelectMany(file => file.Contexts)) Add(context);
        IReadOnlyList<Concept> concepts = [.. _order.Select(id => _concepts[id])];
        var aliases = WriteOut(concepts, _endings.ToDictionary(pair => pair.Key, pair => pair.Value.Endings, StringComparer.Ordinal));
        return new(new(concepts, aliases, Incidents(), Cases(), _contexts), _issues);
    }

    private void Add(Concept concept)
    {
        if (_concepts.TryGetValue(concept.Id, out var known))
        {
            if (concept.Kind.Length > 0 && concept.Kind != known.Kind)
            {
                Complain(concept.Position, $"\"{concept.Id}\" is already defined as {known.Kind} at {known.Position}");
                return;
            }

            ComplainOfSecond(concept, known, "name", concept.Name.Length > 0);
            ComplainOfSecond(concept, known, "umbrella", concept.Umbrella is not null);
            ComplainOfSecond(concept, known, "attack", concept.Attack is not null);
            ComplainOfSecond(concept, known, "note", concept.Note is not null);
            _concepts[concept.Id] = known with { Aliases = [.. known.Aliases, .. concept.Aliases], Relations = [.. known.Relations, .. concept.Relations] };
        }
        else if (concept.Kind.Length == 0 || concept.Name.Length == 0)
        {
            Complain(concept.Position, $"\"{concept.Id}\" is new: it needs \"kind\" and \"name\"");
        }
        else
        {
            _concepts.Add(concept.Id, concept);
            _order.Add(concept.Id);
        }
    }

    private void ComplainOfSecond(Concept concept, Concept known, string property, bool isSet)
    {
        if (isSet) Complain(concept.Position, $"\"{concept.Id}\" is defined at {known.Position}: its \"{property}\" can be set only there");
    }

    /// <summary>The same name for other endings would change what other files say.</summary>
    private void Add(KnowledgeEndings endings)
    {
        if (!_endings.TryAdd(endings.Name, endings)) Complain(endings.Position, $"endings \"{endings.Name}\" are already at {_endings[endings.Name].Position}");
    }

    /// <summary>Joins what several files say of one context, as with the aliases of a concept.</summary>
    private void Add(KnowledgeContext context)
    {
        if (!IsConceptOrKind(context.Of) && !KnowledgeContext.IsAskedFor(context.Of))
        {
            Complain(context.Position, $"a context is of a concept or kind, and \"{context.Of}\" is none");
            return;
        }

        foreach (var (id, position) in context.Neighbours.Where(neighbour => !IsConceptOrKind(neighbour.Id)))
            Complain(position, $"the context of \"{context.Of}\" names \"{id}\", which is no concept or kind");
        _contexts[context.Of] = [.. _contexts.GetValueOrDefault(context.Of, []).Union(context.Neighbours.Select(neighbour => neighbour.Id).Where(IsConceptOrKind), StringComparer.Ordinal)];
    }

    private bool IsConceptOrKind(string id) => _concepts.ContainsKey(id) || Kinds.All.Contains(id);

    /// <summary>Leaves out umbrellas that lead nowhere or back, so that they form a tree.</summary>
    private void CheckUmbrellasAndRelations()
    {
        foreach (var id in _order)
        {
            var concept = _concepts[id];
            if (concept.Umbrella is { } umbrella && !_concepts.ContainsKey(umbrella))
            {
                Complain(concept.Position, $"unknown umbrella \"{umbrella}\"");
                _concepts[id] = concept with { Umbrella = null };
            }
            else if (IsCircular(concept))
            {
                Complain(concept.Position, $"\"{id}\" is its own umbrella");
                _concepts[id] = concept with { Umbrella = null };
            }

            foreach (var relation in concept.Relations)
            {
                if (!_concepts.ContainsKey(relation.To)) Complain(concept.Position, $"a relation of \"{id}\" points to the unknown concept \"{relation.To}\"");
            }
        }
    }

    /// <summary>Whether its umbrellas lead back to it; one that only leads to a circle is not to blame.</summary>
    private bool IsCircular(Concept concept)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = concept; at?.Umbrella is { } umbrella && seen.Add(umbrella); at = _concepts.GetValueOrDefault(umbrella))
        {
            if (umbrella == concept.Id) return true;
        }

        return false;
    }

    private List<AliasSpelling> WriteOut(IReadOnlyList<Concept> concepts, Dictionary<string, string[]> endings)
    {
        var written = new List<AliasSpelling>();
        var owners = new Dictionary<string, Concept>(StringComparer.Ordinal);
        // What is written alike in two languages counts in both: an alias knows one.
        var forms = new Dictionary<(string Text, string? Language), ConceptAlias>();
        for (var index = 0; index < concepts.Count; index++)
        {
            forms.Clear();
            foreach (var alias in concepts[index].Aliases)
            {
                if (AliasForms.Of(alias.Text, endings, out var error) is not { } texts)
                {
                    Complain(alias.Position, $"alias \"{alias.Text}\" of \"{concepts[index].Id}\": {error}");
                    continue;
                }

                foreach (var text in texts)
                {
                    if (forms.TryAdd((text, alias.Language), alias))
                    {
                        if (IsUsable(text, alias, concepts[index], owners)) written.Add(new(index, text, alias));
                        continue;
                    }

                    var first = forms[(text, alias.Language)];
                    Complain(alias.Position, $"alias \"{text}\" of \"{concepts[index].Id}\" is already at {first.Position}{(HasTraitsOf(alias, first) ? "" : " with other traits")}");
                }
            }
        }

        return written;
    }

    private static bool HasTraitsOf(ConceptAlias alias, ConceptAlias other) => alias with { Text = other.Text, Position = other.Position, Source = other.Source } == other;

    private bool IsUsable(string text, ConceptAlias alias, Concept concept, Dictionary<string, Concept> owners)
    {
        if (AliasRules.Objection(text, alias) is { } objection)
        {
            Complain(alias.Position, $"alias \"{text}\" of \"{concept.Id}\" {objection}");
            return false;
        }

        if (alias.Exclusion) return true;
        // The same letters may mean two things where case or language tells them apart.
        var key = $"{AliasKey.Of(text)}/{(alias.OnlyInLanguage ? alias.Language : "")}{(alias.CaseSensitive ? text : "")}";
        if (owners.TryAdd(key, concept) || owners[key].Id == concept.Id) return true;
        Complain(alias.Position, $"alias \"{text}\" of \"{concept.Id}\" already names \"{owners[key].Id}\" ({owners[key].Position})");
        return false;
    }

    private List<KnownTheft> Incidents()
    {
        var incidents = new Dictionary<string, KnownTheft>(StringComparer.Ordinal);
        foreach (var incident in files.SelectMany(file => file.Incidents))
        {
            var what = $"incident \"{incident.Id}\" names";
            var read = incident with
            {
                Victims = Known(incident.Victims, incident.Position, what),
                Attribution = [.. incident.Attribution.Select(claim => claim with { Actors = Known(claim.Actors, incident.Position, what) })],
            };
            if (!incidents.TryAdd(incident.Id, read)) Complain(incident.Position, $"incident \"{incident.Id}\" is already at {incidents[incident.Id].Position}");

            if (incident.AmountUsdLow > incident.AmountUsdHigh) Complain(incident.Position, $"incident \"{incident.Id}\" has its lowest amount above its highest");
        }

        return [.. incidents.Values];
    }

    private List<Case> Cases()
    {
        var cases = new Dictionary<string, Case>(StringComparer.Ordinal);
        foreach (var known in files.SelectMany(file => file.Cases))
        {
            var read = known with { Accused = Known(known.Accused, known.Position, $"case \"{known.Id}\" accuses") };
            if (!cases.TryAdd(known.Id, read)) Complain(known.Position, $"case \"{known.Id}\" is already at {cases[known.Id].Position}");
        }

        return [.. cases.Values];
    }

    /// <summary>Leaves out the concepts that do not exist.</summary>
    private string[] Known(IReadOnlyList<string> ids, KnowledgePosition position, string what)
    {
        foreach (var id in ids.Where(id => !_concepts.ContainsKey(id))) Complain(position, $"{what} the unknown concept \"{id}\"");
        return [.. ids.Where(_concepts.ContainsKey)];
    }

    private void Complain(KnowledgePosition position, string message) => _issues.Add(new(position, message));
}
