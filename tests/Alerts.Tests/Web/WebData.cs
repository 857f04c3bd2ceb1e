using Alerts.Core.Hits;
using Alerts.Core.Matching;
using Alerts.Core.Sources;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;

namespace Alerts.Tests.Web;

/// <summary>Things for the pages and the API to show.</summary>
internal static class WebData
{
    public const string StoryId = "5700000000000000000000000000000a";

    public static Mention Mention(string name, string alias, string kind) => new()
    {
        Concept = "c:" + name,
        Name = name,
        Kind = kind,
        Alias = alias,
        Field = ArticleField.Text,
        Start = 120,
        Length = alias.Length,
        Paragraph = 2,
        Before = "Investigators of the bureau said on Wednesday that ",
        After = " was behind the theft of virtual assets from the exchange.",
    };

    public static Explanation Explanation { get; } = new()
    {
        Summary = "Names Lazarus Group as the thief of crypto from Bybit, in the title and in paragraph 2.",
        Clauses =
        [
            new("any actor of North Korea", true, [Mention("Lazarus Group", "Lazarus", "actor")]),
            new("theft of crypto", true, [Mention("Bybit", "Bybit", "victim"), Mention("theft", "stolen", "theft")]),
        ],
        Gates = [new("direction", true, "theft by the actor", []), new("time", true, "new event", []), new("subject", true, "main subject", [])],
        Score = [new("actor", 40, "Lazarus Group in the title"), new("victim", 30, "Bybit, an exchange"), new("opinion", -5, "two hedges")],
    };

    public static Story Story(string id = StoryId, string title = "FBI says North Korea stole $1.5 billion from the exchange Bybit", Severity severity = Severity.Critical) => new()
    {
        Id = id,
        Title = title,
        Topics = ["dprk-crypto", "exchange-hack"],
        FirstSeenAt = WebHost.Now.AddHours(-5),
        LastSeenAt = WebHost.Now.AddHours(-1),
        ArticleCount = 3,
        Severity = severity,
        SeverityParts = [new("amount", 50, "above $1 billion"), new("attribution", 30, "stated by an agency"), new("sources", 10, "three publishers")],
        Confirmed = true,
        Facts = new StoryFacts(["Bybit"], ["Lazarus Group"], 1_460_000_000, "$1.46 billion", ["Ethereum"]),
        Announced = new Announcement(2, "a1", WebHost.Now.AddHours(-4), severity, StoryFacts.None, Complete: true),
        Articles =
        [
            new("a1", "North Korea responsible for $1.5 billion Bybit hack", "https://www.ic3.example/psa/250226", "ic3.example", SourceTier.Official, "en", WebHost.Now.AddHours(-5), WebHost.Now.AddHours(-5), "opened the story"),
            new("a2", "바이비트 해킹 배후는 북한 라자루스", "https://news.example.kr/20250226", "news.example.kr", SourceTier.Established, "ko", WebHost.Now.AddHours(-4), WebHost.Now.AddHours(-4), "Bybit, $1.46 billion, the same day"),
            new("a3", "Bybit: was über den Raub bekannt ist", "https://presse.example.de/bybit", "presse.example.de", SourceTier.Trade, "de", WebHost.Now.AddHours(-1), WebHost.Now.AddHours(-1), "Bybit, Lazarus Group, the same week"),
        ],
    };

    public static Hit Hit(string topic = "dprk-crypto", string title = "North Korea responsible for $1.5 billion Bybit hack", string article = "a1", int minutesAgo = 300) => new()
    {
        Id = new HitId(topic, WebHost.Now.AddMinutes(-minutesAgo), article),
        StoryId = StoryId,
        MatchedAt = WebHost.Now.AddMinutes(-minutesAgo + 1),
        TopicVersion = 1,
        Score = 65,
        Severity = Severity.Critical,
        Title = title,
        Url = "https://www.ic3.example/psa/250226?a=1&b=2",
        Publisher = "ic3.example",
        Tier = SourceTier.Official,
        Language = "en",
        PublishedAt = WebHost.Now.AddMinutes(-minutesAgo - 4),
        Lede = "The bureau says that North Korea stole virtual assets from the exchange.",
        ContentHash = new string('0', 64),
        Explanation = Explanation,
    };

    public static Source Source(string name, SourceHealth health, string? reason = null) => new()
    {
        Id = Core.Sources.Source.IdOf(new Uri($"https://{name}/feed")),
        Name = name,
        Kind = SourceKind.Feed,
        Url = new Uri($"https://{name}/feed"),
        Publisher = name,
        Tier = SourceTier.Trade,
        Language = "en",
        AddedAt = WebHost.Now.AddDays(-9),
        State = new SourceState
        {
            Health = health,
            Reason = reason,
            LastPolledAt = WebHost.Now.AddMinutes(-2),
            LastOkAt = WebHost.Now.AddMinutes(-2),
            LastNewEntryAt = WebHost.Now.AddHours(-1),
            EntriesPerDay = 23.4,
        },
    };

    public static Subscription Active(string address = "reader@example.org", SubscriptionStatus status = SubscriptionStatus.Active) => new()
    {
        Id = Subscription.IdOf(ChannelKind.Email, address),
        Channel = new Channel(ChannelKind.Email, address),
        Topics = ["dprk-crypto"],
        Status = status,
        CreatedAt = WebHost.Now.AddDays(-3),
        ConfirmedAt = WebHost.Now.AddDays(-3),
        Consent = new Consent(WebHost.Now.AddDays(-3), "192.0.2.1", "page", WebHost.Now.AddDays(-3), "192.0.2.1"),
    };
}
