using Alerts.Core.Alerting;
using Alerts.Core.Delivery;
using Alerts.Core.Hits;
using Alerts.Core.Matching;
using Alerts.Core.Sources;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;

namespace Alerts.Tests.Deliveries;

/// <summary>Alerts as the flow makes them, for whoever tells them.</summary>
internal static class SampleAlerts
{
    public static readonly DateTimeOffset Now = new(2025, 2, 21, 16, 14, 20, TimeSpan.Zero);

    public const string StoryId = "5d41402abc4b2a76b9719d911017c592";

    private static readonly Mention Bybit = new()
    {
        Concept = "bybit",
        Name = "Bybit",
        Kind = "victim",
        Alias = "Bybit",
        Field = ArticleField.Title,
        Start = 0,
        Length = 5,
        After = " says hackers took $1.46 billion from a cold wallet",
    };

    private static readonly Mention Lazarus = new()
    {
        Concept = "lazarus-group",
        Name = "Lazarus Group",
        Kind = "actor",
        Alias = "TraderTraitor",
        Field = ArticleField.Text,
        Start = 812,
        Length = 13,
        Paragraph = 3,
        Before = "The bureau refers to this specific activity as “",
        After = "” and asked exchanges to block the addresses that hold the funds",
    };

    private static readonly Mention Theft = new()
    {
        Concept = "theft",
        Name = "theft",
        Kind = "theft",
        Alias = "stolen",
        Field = ArticleField.Text,
        Start = 204,
        Length = 6,
        Paragraph = 1,
        Before = "About 401,000 ETH were ",
        After = " when a routine transfer from the multisignature wallet was masked",
    };

    public static Story Story() => new()
    {
        Id = StoryId,
        Title = "Bybit says hackers took $1.46 billion from a cold wallet; the FBI names North Korea",
        Topics = ["dprk-crypto", "exchange-hack"],
        FirstSeenAt = Now.AddMinutes(-2),
        LastSeenAt = Now,
        Severity = Severity.Critical,
        SeverityParts = [new ScorePart("amount", 40, "over $100 million"), new ScorePart("confirmed", 20, "two publishers")],
        Confirmed = true,
        Facts = new StoryFacts(["Bybit"], ["Lazarus Group"], 1_460_000_000m, "$1.46 billion", ["Ethereum"]),
        Articles =
        [
            new("a1", "Bybit says hackers took $1.46 billion from a cold wallet", "https://news.example.com/bybit?id=7", "Example News", SourceTier.Established, "en", Now.AddMinutes(-4), Now.AddMinutes(-2), "opened the story"),
            new("a2", "바이비트, 15억 달러 해킹 피해…북한 라자루스 소행 추정", "https://kr.example.com/a/88", "한국예시일보", SourceTier.Established, "ko", Now.AddMinutes(-3), Now.AddMinutes(-1), "Bybit, $1.46 billion"),
            new("a3", "North Korea responsible for the Bybit hack", "https://agency.example.gov/alert", "Example Bureau", SourceTier.Official, "en", null, Now.AddMinutes(-1), "Bybit, Lazarus Group"),
        ],
        ArticleCount = 17,
    };

    public static Hit Hit(string article = "a1", int score = 87) => new()
    {
        Id = new HitId("dprk-crypto", Now.AddMinutes(-2), article),
        StoryId = StoryId,
        MatchedAt = Now.AddMinutes(-1),
        TopicVersion = 3,
        Score = score,
        Severity = Severity.Critical,
        Title = "Bybit says hackers took $1.46 billion from a cold wallet",
        Url = "https://news.example.com/bybit?id=7",
        Publisher = "Example News",
        Tier = SourceTier.Established,
        Language = "en",
        PublishedAt = Now.AddMinutes(-4),
        Lede = "The exchange said that one cold wallet was emptied.",
        ContentHash = "00",
        Explanation = new Explanation
        {
            Summary = "Bybit was robbed of $1.46 billion, and the article attributes it to TraderTraitor, a part of Lazarus Group.",
            Clauses =
            [
                new ClauseExplanation("victim(exchange) near theft", true, [Bybit, Theft]) { Words = "an exchange near a theft" },
                new ClauseExplanation("actor(dprk)", true, [Lazarus]),
            ],
            Gates = [new GateExplanation("time", true, "a new event", []), new GateExplanation("direction", true, "by North Korea", [])],
            Score = [new ScorePart("victim", 30, "named in the title"), new ScorePart("actor", 57, "named in the text")],
        },
    };

    public static Alert Alert() => new()
    {
        Id = Core.Alerting.Alert.IdOf(StoryId, 1),
        Sequence = 1,
        CreatedAt = Now.AddMinutes(-1),
        Story = Story(),
        Hits = [Hit()],
    };

    public static Alert Update() => Alert() with
    {
        Id = Core.Alerting.Alert.IdOf(StoryId, 2),
        Sequence = 2,
        Changes = [new FactChange("amount", "$1.4 billion", "$1.46 billion"), new FactChange("attribution", null, "Lazarus Group")],
    };

    /// <summary>As bad as texts get: everything at its longest, every character one that markup, JSON or UTF-8 makes longer.</summary>
    public static Alert Monster(int number = 1)
    {
        var text = string.Concat(Enumerable.Repeat("<\"&'한", 300));
        var mention = Lazarus with { Alias = text, Before = text, After = text, Name = text };
        var hit = Hit() with
        {
            Title = text,
            Publisher = text,
            Url = "https://example.com/" + new string('a', 970),
            Lede = text,
            Explanation = new Explanation
            {
                Summary = text,
                Clauses = [.. Enumerable.Range(0, 60).Select(i => new ClauseExplanation(text, true, [.. Enumerable.Range(0, 12).Select(j => mention with { Concept = $"c{i}-{j}" })]))],
                Gates = [.. Enumerable.Range(0, 60).Select(_ => new GateExplanation(text, true, text, [mention]))],
                Score = [.. Enumerable.Range(0, 60).Select(_ => new ScorePart(text, 1, text))],
            },
        };
        var article = Story().Articles[0] with { Title = text, Publisher = text, Url = "https://example.com/" + new string('b', 970) };
        var storyId = Core.DerivedId.Of("monster", $"{number}");
        return Alert() with
        {
            Id = Core.Alerting.Alert.IdOf(storyId, 2),
            Sequence = 2,
            Hits = [.. Enumerable.Range(0, Core.Alerting.Alert.MaxHits).Select(i => hit with { Id = hit.Id with { ArticleId = $"m{i}" } })],
            Changes = [.. Enumerable.Range(0, 50).Select(_ => new FactChange(text, text, text))],
            Story = Story() with
            {
                Id = storyId,
                Title = text,
                Topics = [.. Enumerable.Repeat(text, 50)],
                Facts = new StoryFacts([.. Enumerable.Repeat(text, 50)], [.. Enumerable.Repeat(text, 50)], 1, text, [.. Enumerable.Repeat(text, 50)]),
                Articles = [.. Enumerable.Repeat(article, Core.Stories.Story.MaxListedArticles)],
                SeverityParts = [.. Enumerable.Repeat(new ScorePart(text, 1, text), 50)],
            },
        };
    }

    public static Subscription Reader(string address = "ana@example.org", string? id = null) => new()
    {
        Id = id ?? Subscription.IdOf(ChannelKind.Email, address),
        Channel = new Channel(ChannelKind.Email, address),
        Topics = ["dprk-crypto"],
        Status = SubscriptionStatus.Active,
        CreatedAt = Now.AddDays(-9),
        ConfirmedAt = Now.AddDays(-9),
    };

    public static Subscription Endpoint(string url, WebhookFormat format = WebhookFormat.Standard, params WebhookSecret[] secrets) => Reader() with
    {
        Id = Subscription.IdOf(ChannelKind.Webhook, url),
        Channel = new Channel(ChannelKind.Webhook, url) { Format = format, Secrets = secrets, OwnerEmail = "owner@example.org" },
    };

    public static EmailToSend Mail(DeliveryContent content, Subscription? reader = null, IReadOnlyList<Alert>? alerts = null, string? notice = null)
    {
        alerts ??= content == DeliveryContent.Alert ? [Alert()] : [];
        reader ??= Reader();
        return new EmailToSend(DeliveryOf(content, reader, alerts), reader, alerts, notice);
    }

    public static WebhookToSend Call(DeliveryContent content, Subscription endpoint, IReadOnlyList<Alert>? alerts = null)
    {
        alerts ??= content == DeliveryContent.Alert ? [Alert()] : [];
        return new WebhookToSend(DeliveryOf(content, endpoint, alerts), endpoint, alerts);
    }

    private static Core.Delivery.Delivery DeliveryOf(DeliveryContent content, Subscription to, IReadOnlyList<Alert> alerts) => new()
    {
        Id = new DeliveryId(content == DeliveryContent.Alert ? alerts[0].Id : Core.DerivedId.Of("content", content.ToString()), to.Id),
        Content = content,
        Channel = to.Channel.Kind,
        CreatedAt = Now,
        NextAttemptAt = Now,
        AlertIds = [.. alerts.Select(alert => alert.Id)],
    };
}
