using System.Globalization;
using System.Text.Json;

namespace Alerts.Core.Knowledge;

/// <summary>
/// Reads one knowledge file. The format is one for all files: an object with "format": 1 and any of "source", "concepts", "incidents", "cases",
/// "endings" and "contexts". What is unknown or of the wrong type becomes an issue with its line; the rest is still read.
/// An alias is a claim: its source is that of its group, else of its concept, else of the file, else the file itself.
/// </summary>
internal sealed class KnowledgeFileReader(string file)
{
    public const int Format = 1;

    private readonly KnowledgeFile _read = new();
    private string? _source;

    public static KnowledgeFile Read(KnowledgeText text)
    {
        var reader = new KnowledgeFileReader(text.File);
        try
        {
            reader.ReadRoot(KnowledgeNode.Parse(text.Text));
        }
        catch (JsonException e)
        {
            reader.Complain((int)(e.LineNumber ?? 0) + 1, $"not valid JSON: {e.Message.Split(" LineNumber:")[0]}");
        }

        return reader._read;
    }

    private void ReadRoot(KnowledgeNode root)
    {
        decimal? format = null;
        // It holds for all concepts, wherever in the file it stands.
        if (root.Properties.FirstOrDefault(property => property.Key == "source").Value is { } source) _source = Text(source);
        ForEach(root, "the file", (name, value) =>
        {
            switch (name)
            {
                case "format": format = Number(value); break;
                case "source": break;
                case "concepts": foreach (var item in ArrayOf(value)) ReadConcept(item); break;
                case "incidents": foreach (var item in ArrayOf(value)) ReadIncident(item); break;
                case "cases": foreach (var item in ArrayOf(value)) ReadCase(item); break;
                case "endings": ForEach(value, "endings", (key, node) => _read.Endings.Add(new(key, new(file, node.Line), Strings(node)))); break;
                case "contexts": ForEach(value, "contexts", ReadContext); break;
                default: return false;
            }

            return true;
        });
        if (format != Format) Complain(root.Line, $"\"format\" must be {Format}");
    }

    private void ReadContext(string of, KnowledgeNode node) => _read.Contexts.Add(new(
        of, new(file, node.Line), [.. ArrayOf(node).Select(item => (Id: Text(item), Position: new KnowledgePosition(file, item.Line))).Where(item => item.Id is not null).Select(item => (item.Id!, item.Position))]));

    private void ReadConcept(KnowledgeNode node)
    {
        string? id = null, kind = null, name = null, umbrella = null, attack = null, note = null, source = null;
        var aliases = new List<ConceptAlias>();
        var relations = new List<Relation>();
        ForEach(node, "a concept", (property, value) =>
        {
            switch (property)
            {
                case "id": id = Text(value); break;
                case "kind": kind = Text(value); break;
                case "name": name = Text(value); break;
                case "umbrella": umbrella = Text(value); break;
                case "attack": attack = Text(value); break;
                case "note": note = Text(value); break;
                case "source": source = Text(value); break;
                case "aliases": foreach (var item in ArrayOf(value)) ReadAliases(item, aliases); break;
                case "relations": foreach (var item in ArrayOf(value)) ReadRelation(item, relations); break;
                default: return false;
            }

            return true;
        });
        if (id is null)
        {
            Complain(node.Line, "a concept needs an \"id\"");
            return;
        }

        if (kind is not null && !Kinds.All.Contains(kind)) Complain(node.Line, $"unknown kind \"{kind}\"; known are {string.Join(", ", Kinds.All.Order(StringComparer.Ordinal))}");
        _read.Concepts.Add(new Concept
        {
            Id = id,
            Kind = kind ?? "",
            Name = name ?? "",
            Umbrella = umbrella,
            Attack = attack,
            Note = note,
            Aliases = aliases.ConvertAll(alias => alias.Source is null ? alias with { Source = source ?? _source ?? file } : alias),
            Relations = relations,
            Position = new(file, node.Line),
        });
    }

    private void ReadAliases(KnowledgeNode node, List<ConceptAlias> aliases)
    {
        var texts = new List<KnowledgeNode>();
        var shape = new ConceptAlias("");
        ForEach(node, "a group of aliases", (property, value) =>
        {
            switch (property)
            {
                case "texts": texts.AddRange(ArrayOf(value)); break;
                case "language": shape = shape with { Language = Text(value) }; break;
                case "source": shape = shape with { Source = Text(value) }; break;
                case "needsContext": shape = shape with { NeedsContext = Flag(value) }; break;
                case "caseSensitive": shape = shape with { CaseSensitive = Flag(value) }; break;
                case "inflected": shape = shape with { Inflected = Flag(value) }; break;
                case "onlyInLanguage": shape = shape with { OnlyInLanguage = Flag(value) }; break;
                case "exclusion": shape = shape with { Exclusion = Flag(value) }; break;
                default: return false;
            }

            return true;
        });
        if (shape is { OnlyInLanguage: true, Language: null }) Complain(node.Line, "\"onlyInLanguage\" needs a \"language\"");
        if (texts.Count == 0) Complain(node.Line, "a group of aliases needs \"texts\"");
        if (shape is { Inflected: true, Language: null })
        {
            Complain(node.Line, "\"inflected\" needs a \"language\"");
            shape = shape with { Inflected = false };
        }

        foreach (var text in texts) aliases.Add(shape with { Text = Text(text) ?? "", Position = new(file, text.Line) });
    }

    private void ReadRelation(KnowledgeNode node, List<Relation> relations)
    {
        var relation = new Relation("", "");
        ForEach(node, "a relation", (property, value) =>
        {
            switch (property)
            {
                case "kind": relation = relation with { Kind = Text(value) ?? "" }; break;
                case "to": relation = relation with { To = Text(value) ?? "" }; break;
                case "source": relation = relation with { Source = Text(value) }; break;
                case "note": relation = relation with { Note = Text(value) }; break;
                default: return false;
            }

            return true;
        });
        if (relation.Kind.Length == 0 || relation.To.Length == 0) Complain(node.Line, "a relation needs \"kind\" and \"to\"");
        else relations.Add(relation);
    }

    private void ReadIncident(KnowledgeNode node)
    {
        var incident = new KnownTheft { Id = "", Name = "", Date = "", Position = new(file, node.Line) };
        var claims = new List<AttributionClaim>();
        ForEach(node, "an incident", (property, value) =>
        {
            switch (property)
            {
                case "id": incident = incident with { Id = Text(value) ?? "" }; break;
                case "name": incident = incident with { Name = Text(value) ?? "" }; break;
                case "date": incident = incident with { Date = DateOfTheft(value) ?? "" }; break;
                case "victims": incident = incident with { Victims = Strings(value) }; break;
                case "amountUsdLow": incident = incident with { AmountUsdLow = Number(value) }; break;
                case "amountUsdHigh": incident = incident with { AmountUsdHigh = Number(value) }; break;
                case "assets": incident = incident with { Assets = Text(value) }; break;
                case "note": incident = incident with { Note = Text(value) }; break;
                case "attribution": foreach (var item in ArrayOf(value)) ReadClaim(item, claims); break;
                default: return false;
            }

            return true;
        });
        if (incident.Id.Length == 0 || incident.Name.Length == 0 || incident.Date.Length == 0) Complain(node.Line, "an incident needs \"id\", \"name\" and \"date\"");
        else _read.Incidents.Add(incident with { Attribution = claims });
    }

    private void ReadCase(KnowledgeNode node)
    {
        var read = new Case { Id = "", Date = default, Position = new(file, node.Line) };
        DateOnly? date = null;
        ForEach(node, "a case", (property, value) =>
        {
            switch (property)
            {
                case "id": read = read with { Id = Text(value) ?? "" }; break;
                case "date": date = Date(value); break;
                case "accused": read = read with { Accused = Strings(value) }; break;
                case "marks": read = read with { Marks = [.. ArrayOf(value).Select(Strings)] }; break;
                default: return false;
            }

            return true;
        });
        if (read.Id.Length == 0 || date is not { } known || read.Accused.Count == 0) Complain(node.Line, "a case needs \"id\", \"date\" and \"accused\"");
        else _read.Cases.Add(read with { Date = known });
    }

    private void ReadClaim(KnowledgeNode node, List<AttributionClaim> claims)
    {
        var claim = new AttributionClaim("", []);
        ForEach(node, "a claim", (property, value) =>
        {
            switch (property)
            {
                case "status": claim = claim with { Status = Text(value) ?? "" }; break;
                case "actors": claim = claim with { Actors = Strings(value) }; break;
                case "source": claim = claim with { Source = Text(value) }; break;
                case "note": claim = claim with { Note = Text(value) }; break;
                default: return false;
            }

            return true;
        });
        if (!AttributionClaim.Statuses.Contains(claim.Status)) Complain(node.Line, $"a claim's \"status\" is one of {string.Join(", ", AttributionClaim.Statuses)}");
        else claims.Add(claim);
    }

    /// <param name="read">False where it does not know the property.</param>
    private void ForEach(KnowledgeNode node, string what, Func<string, KnowledgeNode, bool> read)
    {
        if (node.Type != JsonTokenType.StartObject)
        {
            Complain(node.Line, $"{what} must be an object");
            return;
        }

        foreach (var (name, value) in node.Properties)
        {
            if (!read(name, value)) Complain(value.Line, $"{what} has no property \"{name}\"");
        }
    }

    private void ForEach(KnowledgeNode node, string what, Action<string, KnowledgeNode> read) =>
        ForEach(node, what, (name, value) =>
        {
            read(name, value);
            return true;
        });

    private IReadOnlyList<KnowledgeNode> ArrayOf(KnowledgeNode node)
    {
        if (node.Type != JsonTokenType.StartArray) Complain(node.Line, "must be an array");
        return node.Items;
    }

    private string[] Strings(KnowledgeNode node) => [.. ArrayOf(node).Select(Text).OfType<string>()];

    private string? Text(KnowledgeNode node)
    {
        if (node.Type == JsonTokenType.String) return node.Text;
        Complain(node.Line, "must be a text");
        return null;
    }

    private decimal? Number(KnowledgeNode node)
    {
        if (node.Type == JsonTokenType.Number && decimal.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        Complain(node.Line, "must be a number");
        return null;
    }

    private DateOnly? Date(KnowledgeNode node)
    {
        if (DateOnly.TryParseExact(node.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Complain(node.Line, "must be a day such as \"2025-06-30\"");
        return null;
    }

    private string? DateOfTheft(KnowledgeNode node)
    {
        if (Text(node) is not { } date) return null;
        if (KnownTheft.IsDate(date)) return date;
        Complain(node.Line, "must be a day, month or year such as \"2025-02-21\", \"2014-02\" or \"2014\"");
        return null;
    }

    private bool Flag(KnowledgeNode node)
    {
        if (node.Type is JsonTokenType.True or JsonTokenType.False) return node.Type == JsonTokenType.True;
        Complain(node.Line, "must be true or false");
        return false;
    }

    private void Complain(int line, string message) => _read.Issues.Add(new(new(file, line), message));
}
