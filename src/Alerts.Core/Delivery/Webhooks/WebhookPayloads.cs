using Alerts.Core.Alerting;
using Alerts.Core.Hits;
using Alerts.Core.Incidents;
using Alerts.Core.Matching;
using Alerts.Core.Stories;

namespace Alerts.Core.Delivery.Webhooks;

/// <summary>Makes the payload of a delivery: as much as fits into <see cref="MaxBytes"/>, and says how much did not.</summary>
public sealed class WebhookPayloads(PublicLinks links)
{
    /// <summary>The specification advises receivers to be ready for 20 kB.</summary>
    public const int MaxBytes = 20_000;

    private const int NameLength = 80;
    private const int TitleLength = 300;
    private const int TextLength = 400;
    private const int ChangeLength = 120;

    public byte[] Write(WebhookToSend item)
    {
        ArgumentNullException.ThrowIfNull(item);
        byte[] bytes = [];
        foreach (var detail in PayloadDetail.Levels)
        {
            bytes = Of(item, detail).ToBytes();
            if (bytes.Length <= MaxBytes)
                break;
        }

        return bytes;
    }

    private WebhookPayload Of(WebhookToSend item, PayloadDetail detail)
    {
        var data = new WebhookData(item.Delivery.Id.ToString(), item.Subscription.Id);
        return (item.Delivery.Content, item.Alerts) switch
        {
            (DeliveryContent.Alert, [var alert]) => Event(alert.IsUpdate ? WebhookEvents.AlertUpdated : WebhookEvents.AlertCreated, alert.CreatedAt, WithAlert(data, alert, detail)),
            (DeliveryContent.Digest, var alerts) => Event(WebhookEvents.DigestCreated, item.Delivery.CreatedAt, WithDigest(data, alerts, detail)),
            _ => Event(WebhookEvents.Test, item.Delivery.CreatedAt, data with { Message = "A test: alerts sent to this endpoint arrive." }),
        };
    }

    private static WebhookPayload Event(string type, DateTimeOffset at, WebhookData data) => new(type, at, WebhookPayload.CurrentVersion, data);

    private WebhookData WithAlert(WebhookData data, Alert alert, PayloadDetail detail)
    {
        var omitted = alert.Hits.Count - detail.Hits;
        return data with
        {
            Alert = Of(alert),
            Story = Of(alert, alert.Story, detail),
            Incident = alert.Incident is { } incident ? Of(incident, detail) : null,
            Changes = Changes(alert, detail),
            Hits = [.. alert.Hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Id.FirstSeenAt).Take(detail.Hits).Select(hit => Of(hit, detail))],
            HitsOmitted = omitted > 0 ? omitted : null,
        };
    }

    private PayloadIncident Of(IncidentSummary incident, PayloadDetail detail)
    {
        var facts = incident.Facts;
        return new(
            incident.Id, SafeText.Line(incident.Name, NameLength), links.Incident(incident.Id), facts.Date, facts.AmountUsd, facts.AmountUsdLow, facts.AmountUsdHigh, facts.AmountIsEstimate,
            Lines(facts.Attributions.Select(line => line.Text)), Lines(incident.Disagreements), Lines(facts.Funds.Select(fact => fact.Text)), Lines(facts.Statements));

        List<string> Lines(IEnumerable<string> lines) => [.. lines.Take(detail.Names).Select(line => SafeText.Line(line, ChangeLength))];
    }

    private WebhookData WithDigest(WebhookData data, IReadOnlyList<Alert> alerts, PayloadDetail detail)
    {
        var omitted = alerts.Count - detail.Items;
        var brief = detail with { Sources = Math.Min(detail.Sources, 2), Parts = 0 };
        return data with
        {
            Items = [.. alerts.OrderByDescending(alert => alert.Story.Severity).ThenBy(alert => alert.CreatedAt).Take(detail.Items)
                .Select(alert => new PayloadDigestItem(Of(alert), Of(alert, alert.Story, brief), Changes(alert, detail)))],
            ItemsOmitted = omitted > 0 ? omitted : null,
        };
    }

    private static PayloadAlert Of(Alert alert) => new(alert.Id, alert.Sequence, alert.CreatedAt, alert.Exposure is { } exposure
        ? new PayloadExposure(
            SafeText.Line(exposure.Watched, NameLength), SafeText.Line(exposure.Name, NameLength), exposure.Written is null ? null : SafeText.Line(exposure.Written, NameLength),
            SafeText.Line(exposure.Sentence, TextLength))
        : null);

    private static List<PayloadChange>? Changes(Alert alert, PayloadDetail detail) => alert.Changes.Count == 0
        ? null
        : [.. alert.Changes.Take(detail.Names).Select(change => new PayloadChange(
            SafeText.Line(change.Fact, NameLength), change.From is null ? null : SafeText.Line(change.From, ChangeLength), SafeText.Line(change.To, ChangeLength)))];

    private PayloadStory Of(Alert alert, Story story, PayloadDetail detail) => new()
    {
        Id = story.Id,
        Title = SafeText.Line(story.Title, TitleLength),
        Url = links.StoryOf(alert),
        Topics = [.. story.Topics.Take(detail.Names).Select(topic => SafeText.Line(topic, NameLength))],
        Severity = story.Severity,
        Confirmed = story.Confirmed,
        Kind = story.Kind,
        FirstSeenAt = story.FirstSeenAt,
        ArticleCount = Math.Max(story.ArticleCount, story.Articles.Count),
        Victims = Names(story.Facts.Victims, detail),
        Actors = Names(story.Facts.Actors, detail),
        Chains = Names(story.Facts.Chains, detail),
        AmountUsd = story.Facts.AmountUsd,
        AmountText = story.Facts.AmountText is { } amount ? SafeText.Line(amount, NameLength) : null,
        SeverityParts = Parts(story.SeverityParts, detail),
        Sources = [.. story.Articles.Take(detail.Sources).Select(Of)],
    };

    private static PayloadSource Of(StoryArticle article) => new(
        SafeText.Line(article.Publisher, NameLength), article.Tier, SafeText.Line(article.Title, TitleLength), WebUrl.TryClean(article.Url),
        article.Language, article.PublishedAt, article.FirstSeenAt);

    private static PayloadHit Of(Hit hit, PayloadDetail detail) => new()
    {
        Id = hit.Id.ToString(),
        Topic = hit.Id.TopicId,
        ArticleId = hit.Id.ArticleId,
        Title = SafeText.Line(hit.Title, TitleLength),
        Url = WebUrl.TryClean(hit.Url),
        Publisher = SafeText.Line(hit.Publisher, NameLength),
        Language = hit.Language,
        PublishedAt = hit.PublishedAt,
        FirstSeenAt = hit.Id.FirstSeenAt,
        MatchedAt = hit.MatchedAt,
        Score = hit.Score,
        Explanation = new PayloadExplanation(
            SafeText.Line(hit.Explanation.Summary, TextLength),
            [.. hit.Explanation.Clauses.Take(detail.Parts).Select(clause => new PayloadClause(
                SafeText.Line(clause.Clause, TextLength), SafeText.Line(clause.Shown, TextLength), clause.Satisfied, [.. clause.Mentions.Take(detail.Mentions).Select(Of)]))],
            [.. hit.Explanation.Gates.Take(detail.Parts).Select(gate => new PayloadGate(
                SafeText.Line(gate.Gate, NameLength), gate.Passed, SafeText.Line(gate.Finding, TextLength)))],
            Parts(hit.Explanation.Score, detail)),
    };

    private static PayloadMention Of(Mention mention) => new(
        SafeText.Line(mention.Concept, NameLength), SafeText.Line(mention.Name, NameLength), SafeText.Line(mention.Kind, NameLength), SafeText.Line(mention.Alias, NameLength),
        mention.Field, mention.Start, mention.Length,
        SafeText.Piece(mention.Before, Mention.QuoteMargin + 1), SafeText.Piece(mention.After, Mention.QuoteMargin + 1), SafeText.Line(mention.Provenance, NameLength));

    private static List<ScorePart> Parts(IReadOnlyList<ScorePart> parts, PayloadDetail detail) =>
        [.. parts.Take(detail.Parts).Select(part => part with { Name = SafeText.Line(part.Name, NameLength), Reason = SafeText.Line(part.Reason, TextLength) })];

    private static List<string> Names(IReadOnlyList<string> names, PayloadDetail detail) => [.. names.Take(detail.Names).Select(name => SafeText.Line(name, NameLength))];
}
