using System.Globalization;
using System.Text.Json;
using Alerts.Core.Incidents;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;
using Alerts.Core.Stories.Claims;
using Alerts.Web.Api.Incidents;

namespace Alerts.Web.Api.Stix;

/// <summary>
/// A STIX 2.1 bundle: an incident with its victims (identities) and those said to have done it (intrusion sets), related with a
/// confidence by who says so; and a note with the whole ledger of attributions, denials included, which relations cannot say.
/// </summary>
internal sealed class StixIncidents : IIncidentFormat
{
    private const string SpecVersion = "2.1";

    private static readonly string Author = StixId.Of("identity", "alerts");

    public string ContentType => "application/stix+json;version=2.1";

    public string FileName => "incidents.stix.json";

    public byte[] Write(IReadOnlyList<Incident> incidents)
    {
        var objects = new Dictionary<string, Dictionary<string, object>>(StringComparer.Ordinal) { [Author] = Named("identity", Author, "Alerts", DateTimeOffset.UnixEpoch, "system") };
        foreach (var incident in incidents)
        {
            foreach (var value in ObjectsOf(incident)) objects.TryAdd((string)value["id"], value);
        }

        return JsonSerializer.SerializeToUtf8Bytes(
            new Dictionary<string, object> { ["type"] = "bundle", ["id"] = StixId.Of("bundle", "incidents"), ["objects"] = objects.Values }, MessageJson.Rows);
    }

    private static IEnumerable<Dictionary<string, object>> ObjectsOf(Incident incident)
    {
        var facts = incident.Facts();
        var id = StixId.Of("incident", incident.Id);
        var root = Named("incident", id, incident.Name, incident.OpenedAt, null);
        root["modified"] = Time(incident.UpdatedAt);
        root["created_by_ref"] = Author;
        root["description"] = Describe(facts);
        yield return root;
        foreach (var victim in facts.Victims)
        {
            var identity = StixId.Of("identity", victim);
            yield return Named("identity", identity, victim, incident.OpenedAt, "organization");
            yield return Relation("targets", id, identity, incident, null, null);
        }

        foreach (var line in facts.Attributions.Where(line => line.Hedge != Hedge.Denied))
        {
            foreach (var name in line.Names)
            {
                var actor = StixId.Of("intrusion-set", name);
                yield return Named("intrusion-set", actor, name, incident.OpenedAt, null);
                yield return Relation("attributed-to", id, actor, incident, line.Text, ConfidenceOf(line.Status));
            }
        }

        if (facts.Attributions.Count > 0)
        {
            yield return new()
            {
                ["type"] = "note",
                ["spec_version"] = SpecVersion,
                ["id"] = StixId.Of("note", incident.Id),
                ["created_by_ref"] = Author,
                ["created"] = Time(incident.OpenedAt),
                ["modified"] = Time(incident.UpdatedAt),
                ["abstract"] = "Who says who did it",
                ["content"] = string.Join("\n", facts.Attributions.Select(line => $"{line.Text} ({line.Status.ToString().ToLowerInvariant()})")),
                ["object_refs"] = new[] { id },
            };
        }
    }

    private static string Describe(StoryFacts facts) => string.Join(" ", new[]
    {
        facts.AmountUsd is { } usd ? $"Amount {usd.ToString("0", CultureInfo.InvariantCulture)} USD, told from {facts.AmountUsdLow?.ToString("0", CultureInfo.InvariantCulture)} to {facts.AmountUsdHigh?.ToString("0", CultureInfo.InvariantCulture)}." : "",
        facts.Date is { } date ? $"On {date}." : "",
        facts.Funds.Count > 0 ? string.Join(", ", facts.Funds.Select(fact => fact.Text)) + "." : "",
    }.Where(part => part.Length > 0));

    private static Dictionary<string, object> Relation(string type, string source, string target, Incident incident, string? description, int? confidence)
    {
        var relation = new Dictionary<string, object>
        {
            ["type"] = "relationship",
            ["spec_version"] = SpecVersion,
            ["id"] = StixId.Of("relationship", $"{type}/{source}/{target}"),
            ["created_by_ref"] = Author,
            ["created"] = Time(incident.OpenedAt),
            ["modified"] = Time(incident.UpdatedAt),
            ["relationship_type"] = type,
            ["source_ref"] = source,
            ["target_ref"] = target,
        };
        if (description is not null) relation["description"] = description;
        if (confidence is { } sure) relation["confidence"] = sure;
        return relation;
    }

    /// <summary>On the scale of STIX 2.1, appendix A (high, medium, low).</summary>
    private static int ConfidenceOf(AttributionStatus status) => status switch
    {
        AttributionStatus.Official => 85,
        AttributionStatus.Vendor => 50,
        _ => 15,
    };

    private static Dictionary<string, object> Named(string type, string id, string name, DateTimeOffset at, string? identityClass)
    {
        var named = new Dictionary<string, object> { ["type"] = type, ["spec_version"] = SpecVersion, ["id"] = id, ["created"] = Time(at), ["modified"] = Time(at), ["name"] = name };
        if (identityClass is not null) named["identity_class"] = identityClass;
        return named;
    }

    private static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
