using System.Globalization;
using Alerts.Core.Alerting;
using Alerts.Core.Delivery;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;
using Alerts.Infrastructure.Email.Views;

namespace Alerts.Infrastructure.Email;

/// <summary>What the mails say that are no alert: digest, confirmation, welcome, notice.</summary>
internal sealed class EmailContents(PublicLinks links, RecipientMarks marks, TopicNames topics)
{
    public DigestView Digest(EmailToSend item, Detail detail, DateTimeOffset now)
    {
        var ordered = item.Alerts.OrderByDescending(alert => alert.Story.Severity).ThenByDescending(alert => alert.CreatedAt).DistinctBy(alert => alert.Story.Id).ToList();
        var more = ordered.Count - detail.Stories;
        return new DigestView(
            item.Subscription.Cadence == Cadence.Immediate ? "Held for you" : $"{item.Subscription.Cadence} digest",
            LocalDate(item.Subscription.TimeZone, now),
            Count(ordered),
            [.. ordered.Take(detail.Stories).Select(alert => AlertViews.Of(alert, detail, now, links, marks))],
            more > 0 ? $"and {Words.Count(more, "more story", "more stories")}" : "",
            links.Home);
    }

    public NoticeView Confirmation(Subscription subscription) => new(
        "Please confirm your subscription",
        [$"Somebody, hopefully you, asked for news alerts from {links.Host} to be sent to this address. Nothing is sent until you confirm."],
        Choices(subscription),
        new ButtonView("Confirm", links.Confirm(marks.Confirm)),
        "The link opens a page with a button and works for 48 hours. If it was not you, ignore this mail: you will hear nothing more.");

    public NoticeView Welcome(Subscription subscription) => new(
        "You are subscribed",
        ["From now on you are told about each story once, and again only when something material changes. Every alert says why it was sent and what it rests on."],
        Choices(subscription),
        new ButtonView("Change what you get", links.Preferences(marks.Preferences)),
        null);

    /// <param name="text">What happened; the first line is the heading where there are several.</param>
    public NoticeView Notice(EmailToSend item, string text)
    {
        var lines = text.Split('\n').Select(line => SafeText.Line(line, 2_000)).Where(line => line.Length > 0).Take(40).ToList();
        return item.Subscription.Channel.Kind == ChannelKind.Webhook
            ? new NoticeView(
                "Your webhook was disabled",
                ["Nothing is sent to it any more, because:", .. lines],
                [.. EndpointFacts(item.Subscription)],
                new ButtonView("See its log and enable it", links.Endpoint(marks.Preferences)),
                "Once it works again, enable it there. What it missed is kept for 30 days and can be sent again from the same page.")
            : new NoticeView(lines.Count > 1 ? lines[0] : "A notice from Alerts", [.. lines.Skip(lines.Count > 1 ? 1 : 0)], [], null, null);
    }

    /// <summary>Names of sources and answers of servers stand in it: each line is made safe here.</summary>
    public NoticeView Operator(MailNotice notice) => new(
        SafeText.Line(notice.Heading, 160),
        [.. notice.Paragraphs.Select(paragraph => SafeText.Line(paragraph, 1_000))],
        [.. notice.Facts.Take(MailNotice.MaxFacts).Select(fact => new FactView(SafeText.Line(fact.Label, 40), SafeText.Line(fact.Value, 400)))],
        notice.Path is { } path ? new ButtonView("Look at it", links.Home + path) : null,
        notice.SmallPrint is { } print ? SafeText.Line(print, 400) : null);

    public NoticeView Test() => new(
        "A test from Alerts", ["You asked for a test: mails to this address arrive."], [], new ButtonView("Open Alerts", links.Home), null);

    private static IEnumerable<FactView> EndpointFacts(Subscription webhook)
    {
        yield return new FactView("Endpoint", Endpoint(webhook.Channel.Target));
        if (webhook.Endpoint?.FailingSince is { } since)
            yield return new FactView("Failing since", MailTime.Whole(since));
        if (webhook.Endpoint?.DisabledAt is { } at)
            yield return new FactView("Disabled", MailTime.Whole(at));
    }

    /// <summary>The host alone: the rest of a webhook's address may be its password.</summary>
    private static string Endpoint(string target) =>
        Uri.TryCreate(target, UriKind.Absolute, out var url) ? $"{url.Scheme}://{url.IdnHost}/…" : "…";

    /// <summary>The subscriber's own words are left out: a sign-up form must not carry a stranger's text to an address that did not ask.</summary>
    private List<FactView> Choices(Subscription subscription)
    {
        List<FactView> facts = [new("Topics", topics.Of(subscription.Topics))];
        if (Enum.TryParse<Severity>(subscription.MinimumSeverity, ignoreCase: true, out var severity) && severity > Severity.Low)
            facts.Add(new FactView("Severity", $"{Words.Of(severity)} and above"));
        facts.Add(new FactView("How often", subscription.Cadence == Cadence.Immediate ? "At once" : $"{subscription.Cadence} digest"));
        return [.. facts.Where(fact => fact.Value.Length > 0)];
    }

    private static string Count(List<Alert> alerts)
    {
        var critical = alerts.Count(alert => alert.Story.Severity == Severity.Critical);
        var count = Words.Count(alerts.Count, "story", "stories");
        return critical == 0 ? count : string.Create(CultureInfo.InvariantCulture, $"{count}, {critical} critical");
    }

    private static string LocalDate(string timeZone, DateTimeOffset now) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone)
            ? TimeZoneInfo.ConvertTime(now, zone).ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture)
            : now.UtcDateTime.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);
}
