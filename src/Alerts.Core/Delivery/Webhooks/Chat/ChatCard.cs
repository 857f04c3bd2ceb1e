using System.Globalization;
using Alerts.Core.Alerting;
using Alerts.Core.Matching;
using Alerts.Core.Stories;

namespace Alerts.Core.Delivery.Webhooks.Chat;

/// <summary>What a chat room is told of one story: the same words for every product, not yet escaped for any.</summary>
/// <param name="Label">"CRITICAL" or "CRITICAL, update".</param>
/// <param name="Quote">What the article says around the alias that tells most; null where none was kept.</param>
internal sealed record ChatCard(
    Severity Severity, string Label, string Title, string Url, string Why, ChatQuote? Quote, IReadOnlyList<(string Label, string Value)> Facts,
    IReadOnlyList<(string Publisher, string? Url)> Sources, DateTimeOffset At)
{
    private const int TitleLength = 240;
    private const int NameLength = 80;
    private const int WhyLength = 400;
    private const int SourcesShown = 5;

    public static ChatCard Of(Alert alert, PublicLinks links)
    {
        var story = alert.Story;
        var top = alert.Hits.OrderByDescending(hit => hit.Score).FirstOrDefault();
        return new ChatCard(
            story.Severity,
            story.Severity.ToString().ToUpperInvariant() + (alert.IsUpdate ? ", update" : ""),
            SafeText.Line(story.Title, TitleLength),
            links.StoryOf(alert),
            top is null ? "" : SafeText.Line(top.Explanation.Summary, WhyLength),
            top is null ? null : QuoteOf(top.Explanation),
            [.. FactsOf(alert)],
            [.. story.Articles.DistinctBy(article => article.Publisher).Take(SourcesShown).Select(article => (SafeText.Line(article.Publisher, NameLength), WebUrl.TryClean(article.Url)))],
            alert.CreatedAt);
    }

    private static ChatQuote? QuoteOf(Explanation explanation) =>
        explanation.Clauses.Where(clause => clause.Satisfied).SelectMany(clause => clause.Mentions).FirstOrDefault() is { } mention
            ? new ChatQuote(SafeText.Piece(mention.Before, Mention.QuoteMargin + 1), SafeText.Line(mention.Alias, NameLength), SafeText.Piece(mention.After, Mention.QuoteMargin + 1))
            : null;

    private static IEnumerable<(string Label, string Value)> FactsOf(Alert alert)
    {
        var facts = alert.Story.Facts;
        if (alert.Exposure is { } exposure)
            yield return ("You are exposed", SafeText.Line(exposure.Sentence, NameLength * 2));
        foreach (var change in alert.Changes.Take(4))
            yield return ($"Changed: {SafeText.Line(change.Fact, NameLength)}", SafeText.Line(change.From is null ? change.To : $"{change.From} → {change.To}", NameLength * 2));
        if (facts.Victims.Count > 0)
            yield return ("Victim", Names(facts.Victims));
        if (facts.AmountText is { Length: > 0 } amount)
            yield return ("Amount", SafeText.Line(amount, NameLength));
        else if (facts.AmountUsd is { } dollars)
            yield return ("Amount", string.Create(CultureInfo.InvariantCulture, $"${dollars:#,0}"));
        if (facts.Actors.Count > 0)
            yield return ("Attributed to", Names(facts.Actors));
        yield return ("Standing", alert.Story.Confirmed ? "confirmed" : "not confirmed yet");
    }

    private static string Names(IReadOnlyList<string> names) => string.Join(", ", names.Take(4).Select(name => SafeText.Line(name, NameLength)));
}

internal sealed record ChatQuote(string Before, string Alias, string After);
