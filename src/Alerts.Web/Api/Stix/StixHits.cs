using System.Globalization;
using System.Text.Json;
using Alerts.Core.Hits;
using Alerts.Core.Matching;
using Alerts.Core.Messaging;

namespace Alerts.Web.Api.Stix;

/// <summary>
/// A STIX 2.1 bundle: one report a hit, which refers to the actors (intrusion sets) and victims (identities) that its explanation
/// names. An actor that many hits name is written once.
/// </summary>
internal sealed class StixHits : IHitFormat
{
    private const string SpecVersion = "2.1";

    private static readonly string Author = StixId.Of("identity", "alerts");

    private readonly HashSet<string> written = [];

    public string ContentType => "application/stix+json;version=2.1";

    public string FileName => "hits.stix.json";

    public async Task BeginAsync(Stream output, CancellationToken cancellationToken)
    {
        var head = $"{{\"type\":\"bundle\",\"id\":\"{StixId.Of("bundle", "hits")}\",\"objects\":[\n";
        await output.WriteAsync(System.Text.Encoding.ASCII.GetBytes(head), cancellationToken);
        written.Add(Author);
        await WriteAsync(output, Named("identity", Author, "Alerts", "system", DateTimeOffset.UnixEpoch), cancellationToken);
    }

    public async Task WriteAsync(Stream output, Hit hit, CancellationToken cancellationToken)
    {
        var named = hit.Explanation.Clauses.SelectMany(clause => clause.Mentions).Where(mention => TypeOf(mention) is not null).DistinctBy(mention => mention.Concept).ToList();
        var references = new List<string>();
        foreach (var mention in named)
        {
            var type = TypeOf(mention)!;
            var id = StixId.Of(type, mention.Concept);
            references.Add(id);
            if (written.Add(id))
            {
                await SeparateAsync(output, cancellationToken);
                await WriteAsync(output, Named(type, id, mention.Name, type == "identity" ? "organization" : null, hit.MatchedAt), cancellationToken);
            }
        }

        await SeparateAsync(output, cancellationToken);
        await WriteAsync(output, Report(hit, references.Count > 0 ? references : [Author]), cancellationToken);
    }

    public async Task EndAsync(Stream output, CancellationToken cancellationToken) => await output.WriteAsync("\n]}\n"u8.ToArray(), cancellationToken);

    private static Dictionary<string, object> Report(Hit hit, IReadOnlyList<string> references) => new()
    {
        ["type"] = "report",
        ["spec_version"] = SpecVersion,
        ["id"] = StixId.Of("report", hit.Id.ToString()),
        ["created_by_ref"] = Author,
        ["created"] = Time(hit.Id.FirstSeenAt),
        ["modified"] = Time(hit.MatchedAt > hit.Id.FirstSeenAt ? hit.MatchedAt : hit.Id.FirstSeenAt),
        ["name"] = hit.Title,
        ["description"] = hit.Explanation.Summary,
        ["report_types"] = new[] { "threat-report" },
        ["published"] = Time(hit.PublishedAt ?? hit.Id.FirstSeenAt),
        ["labels"] = new[] { hit.Id.TopicId, "severity-" + hit.Severity.ToString().ToLowerInvariant() },
        ["object_refs"] = references,
        ["external_references"] = new[] { new Dictionary<string, string> { ["source_name"] = hit.Publisher, ["url"] = hit.Url } },
    };

    private static Dictionary<string, object> Named(string type, string id, string name, string? identityClass, DateTimeOffset at)
    {
        var named = new Dictionary<string, object>
        {
            ["type"] = type,
            ["spec_version"] = SpecVersion,
            ["id"] = id,
            ["created"] = Time(at),
            ["modified"] = Time(at),
            ["name"] = name,
        };
        if (identityClass is not null)
        {
            named["identity_class"] = identityClass;
        }

        return named;
    }

    private static string? TypeOf(Mention mention) => mention.Kind switch
    {
        "actor" => "intrusion-set",
        "victim" or "venue" or "agency" => "identity",
        _ => null,
    };

    private static async Task SeparateAsync(Stream output, CancellationToken cancellationToken) => await output.WriteAsync(",\n"u8.ToArray(), cancellationToken);

    private static Task WriteAsync(Stream output, Dictionary<string, object> value, CancellationToken cancellationToken) =>
        JsonSerializer.SerializeAsync(output, value, MessageJson.Rows, cancellationToken);

    private static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
