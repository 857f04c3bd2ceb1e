using System.Globalization;
using System.Text;

namespace Alerts.Core.Knowledge;

/// <summary>All that is known of one concept and from where, as <c>alerts knowledge show</c> prints it.</summary>
/// <param name="Umbrellas">What it counts under, nearest first.</param>
/// <param name="Members">What counts under it directly.</param>
/// <param name="Claimed">Other concepts' relations that point to it.</param>
/// <param name="Incidents">Thefts in which it is a victim or a claimed actor.</param>
public sealed record ConceptDescription(
    Concept Concept,
    IReadOnlyList<Concept> Umbrellas,
    IReadOnlyList<Concept> Members,
    IReadOnlyList<(Concept From, Relation Relation)> Claimed,
    IReadOnlyList<KnownTheft> Incidents)
{
    /// <param name="name">Id, canonical name or alias.</param>
    /// <returns>Null where the knowledge base has no such name.</returns>
    public static ConceptDescription? Of(KnowledgeBase knowledge, string name)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        if (knowledge.FindByName(name) is not { } concept) return null;
        return new(
            concept,
            [.. knowledge.Lineage(concept).Skip(1)],
            [.. knowledge.Concepts.Where(other => other.Umbrella == concept.Id)],
            [.. knowledge.Concepts.SelectMany(from => from.Relations.Where(relation => relation.To == concept.Id).Select(relation => (from, relation)))],
            [.. knowledge.Incidents.Where(incident => incident.Victims.Contains(concept.Id) || incident.Attribution.Any(claim => claim.Actors.Contains(concept.Id)))]);
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(Concept.Name).Append("  (").Append(Concept.Kind).Append(", ").Append(Concept.Id).Append(')').AppendLine();
        if (Concept.Attack is not null) text.Append("  ATT&CK: ").AppendLine(Concept.Attack);
        if (Concept.Note is not null) text.Append("  ").AppendLine(Concept.Note);
        if (Umbrellas.Count > 0) text.Append("  under: ").AppendJoin(" > ", Umbrellas.Select(umbrella => umbrella.Name)).AppendLine();
        if (Members.Count > 0) text.Append("  includes: ").AppendJoin(", ", Members.Select(member => member.Name)).AppendLine();
        foreach (var group in Concept.Aliases.GroupBy(alias => (alias.Language, alias.Source, alias.NeedsContext, alias.Exclusion)))
        {
            text.Append(group.Key.Exclusion ? "  not: " : "  ").AppendJoin(", ", group.Select(alias => alias.Text));
            string[] remarks = [.. new[] { group.Key.Language, group.Key.Source is ConceptAlias.General ? "general knowledge, unverified" : group.Key.Source, group.Key.NeedsContext ? "needs context" : null }.OfType<string>()];
            if (remarks.Length > 0) text.Append("  [").AppendJoin("; ", remarks).Append(']');
            text.AppendLine();
        }

        foreach (var relation in Concept.Relations) AppendRelation(text, relation.Kind, relation.To, relation);
        foreach (var (from, relation) in Claimed) AppendRelation(text, $"{relation.Kind} by", from.Id, relation);
        foreach (var incident in Incidents) AppendIncident(text, incident);
        return text.Append("  from ").Append(Concept.Position).ToString();
    }

    private static void AppendRelation(StringBuilder text, string kind, string other, Relation relation)
    {
        text.Append("  ").Append(kind).Append(": ").Append(other);
        if (relation.Note is not null) text.Append(". ").Append(relation.Note);
        if (relation.Source is not null) text.Append("  [").Append(relation.Source).Append(']');
        text.AppendLine();
    }

    private static void AppendIncident(StringBuilder text, KnownTheft incident)
    {
        text.Append("  theft ").Append(incident.Date).Append(' ').Append(incident.Name);
        if (incident.AmountUsdHigh is { } amount) text.Append(CultureInfo.InvariantCulture, $", ${amount / 1_000_000:0.#}M");
        foreach (var claim in incident.Attribution)
        {
            text.Append("; ").Append(claim.Status);
            if (claim.Actors.Count > 0) text.Append(": ").AppendJoin(", ", claim.Actors);
            if (claim.Source is not null) text.Append(" (").Append(claim.Source).Append(')');
        }

        text.AppendLine();
    }
}
