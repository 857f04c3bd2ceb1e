using System.Globalization;
using Alerts.Core.Alerting;
using Alerts.Core.Delivery;
using Alerts.Core.Hits;
using Alerts.Core.Incidents;
using Alerts.Core.Stories;

namespace Alerts.Infrastructure.Email.Views;

/// <summary>Makes the view of an alert: chooses, orders and cuts. All text of others passes through <see cref="SafeText"/> here.</summary>
internal static class AlertViews
{
    private const int TitleLength = 240;
    private const int NameLength = 80;
    private const int NamesShown = 4;
    private const int LinesShown = 4;
    private const int LeadLength = 400;
    private const int ChangeLength = 120;
    private const int MaxSeverityParts = 8;

    public static AlertView Of(Alert alert, Detail detail, DateTimeOffset sentAt, PublicLinks links, RecipientMarks marks)
    {
        var story = alert.Story;
        var told = Telling(alert.Hits);
        return new AlertView
        {
            Severity = story.Severity,
            SeverityLabel = Words.Of(story.Severity),
            Occasion = alert.IsUpdate ? string.Create(CultureInfo.InvariantCulture, $"Update {alert.Sequence - 1}") : "New story",
            Confirmed = story.Confirmed,
            Standing = Standing(story),
            Title = SafeText.Line(story.Title, TitleLength),
            Lead = told.Count > 0 ? SafeText.Line(told[0].Explanation.Summary, LeadLength) : "",
            Headline = Headline(story.Facts),
            Changes = [.. alert.Changes.Take(detail.Changes).Select(Change)],
            Facts = [.. Facts(story, alert.Incident)],
            Why = [.. told.Take(detail.Hits).Select(hit => WhyViews.Of(hit, detail))],
            Sources = [.. story.Articles.Take(detail.Sources).Select(article => Source(article, sentAt))],
            MoreSources = More(story, detail),
            Latency = Latency(alert, sentAt),
            SeverityNote = SeverityNote(story),
            Exposure = alert.Exposure is { } exposure ? SafeText.Line(exposure.Sentence, LeadLength) : "",
            FeedbackUrl = links.Feedback(alert.Id, marks.Preferences),
            StoryUrl = alert.OwnerId is null ? links.Story(story.Id) : links.OwnStory(story.Id, marks.Preferences),
        };
    }

    /// <summary>"Bybit · $1.46 billion · Lazarus Group", as far as it is known.</summary>
    public static string Headline(StoryFacts facts) => string.Join(" · ", new[]
    {
        Names(facts.Victims, 2),
        SafeText.Line(Words.Amount(facts), NameLength),
        Names(facts.Actors, 2),
    }.Where(part => part.Length > 0));

    /// <summary>Articles once each, the surest match first: several topics may have matched one article.</summary>
    private static List<Hit> Telling(IReadOnlyList<Hit> hits) =>
        [.. hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Id.FirstSeenAt).DistinctBy(hit => hit.Id.ArticleId)];

    private static string Standing(Story story)
    {
        var publishers = story.Articles.Select(article => article.Publisher).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        return story.Confirmed
            ? publishers > 1 ? $"Confirmed: {Words.Count(publishers, "publisher", "publishers")}" : "Confirmed: official source"
            : "Not confirmed yet: " + (publishers > 1 ? $"{publishers} publishers of one family" : "one source");
    }

    private static string SeverityNote(Story story) => story.SeverityParts.Count == 0 ? "" : SafeText.Line(
        $"{Words.Of(story.Severity)}: " + string.Join(", ", story.SeverityParts.Take(MaxSeverityParts).Select(part => $"{part.Name} {part.Points} ({part.Reason})")), LeadLength);

    private static ChangeView Change(FactChange change) => new(
        Words.Fact(SafeText.Line(change.Fact, NameLength)),
        change.From is null ? null : SafeText.Line(change.From, ChangeLength),
        SafeText.Line(change.To, ChangeLength));

    /// <summary>Of the whole incident, where the story is of one: a story of where the loot goes need not say whose it was.</summary>
    private static IEnumerable<FactView> Facts(Story story, IncidentSummary? incident)
    {
        var facts = incident?.Facts ?? story.Facts;
        if (Names(facts.Victims, NamesShown) is { Length: > 0 } victims)
            yield return new FactView(facts.Victims.Count > 1 ? "Victims" : "Victim", victims);
        if (SafeText.Line(Words.AmountWithRange(facts), NameLength * 2) is { Length: > 0 } amount)
            yield return new FactView("Amount", amount);
        if (facts.Date is { } date)
            yield return new FactView("Day of the theft", SafeText.Line(date, NameLength));
        if (facts.Attributions.Count > 0)
            yield return new FactView("Attribution", Lines(facts.Attributions.Take(LinesShown).Select(line => $"{line.Text} ({line.Status.ToString().ToLowerInvariant()})")));
        else if (Names(facts.Actors, NamesShown) is { Length: > 0 } actors)
            yield return new FactView("Named as actor", actors);
        if (incident?.Disagreements is { Count: > 0 } disagreements)
            yield return new FactView("They disagree", Lines(disagreements.Take(LinesShown)));
        if (facts.Funds.Count > 0)
            yield return new FactView("Funds", Lines(facts.Funds.Select(fact => fact.Text)));
        if (facts.Statements.Count > 0)
            yield return new FactView("The victim", Lines(facts.Statements));
        if (Names(facts.Chains, NamesShown) is { Length: > 0 } chains)
            yield return new FactView("Chain", chains);
        if (Words.Of(story.Kind) is { } kind)
            yield return new FactView("Kind", kind);
    }

    private static string Lines(IEnumerable<string> lines) => string.Join("; ", lines.Select(line => SafeText.Line(line, ChangeLength)));

    private static string Names(IReadOnlyList<string> names, int shown)
    {
        var clean = names.Select(name => SafeText.Line(name, NameLength)).Where(name => name.Length > 0).ToList();
        return string.Join(", ", clean.Take(shown)) + (clean.Count > shown ? $" and {clean.Count - shown} more" : "");
    }

    private static SourceView Source(StoryArticle article, DateTimeOffset sentAt)
    {
        var at = article.PublishedAt ?? article.FirstSeenAt;
        string?[] note = [Words.Of(article.Tier), SafeText.Line(article.Language, 12), MailTime.Short(at, sentAt) + " UTC"];
        return new SourceView(
            SafeText.Line(article.Publisher, NameLength),
            SafeText.Line(article.Title, TitleLength),
            WebUrl.TryClean(article.Url),
            string.Join(" · ", note.Where(part => !string.IsNullOrEmpty(part))));
    }

    private static string More(Story story, Detail detail)
    {
        var more = Math.Max(story.ArticleCount, story.Articles.Count) - Math.Min(detail.Sources, story.Articles.Count);
        return more > 0 ? $"and {Words.Count(more, "more article", "more articles")}" : "";
    }

    /// <summary>Of the article that made the news: the first one, or for an update the latest.</summary>
    private static string Latency(Alert alert, DateTimeOffset sentAt)
    {
        var hit = alert.IsUpdate ? alert.Hits.MaxBy(hit => hit.Id.FirstSeenAt) : alert.Hits.MinBy(hit => hit.Id.FirstSeenAt);
        return MailTime.Latency(hit?.PublishedAt, hit?.Id.FirstSeenAt ?? alert.CreatedAt, sentAt);
    }
}
