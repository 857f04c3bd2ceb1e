using Alerts.Core;
using Alerts.Core.Alerting;
using Alerts.Core.Articles;
using Alerts.Core.Delivery;
using Alerts.Core.Hits;
using Alerts.Core.Matching;
using Alerts.Core.Sources;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;

namespace Alerts.Tests.Fakes;

/// <summary>Valid things of the domain for tests that do not care what they are; those that do say so by <c>with</c>.</summary>
public static class Some
{
    /// <summary>The time of day of all tests.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 3, 14, 9, 26, 53, TimeSpan.Zero);

    public static Source Source(int number = 1)
    {
        var url = new Uri($"https://news{number}.example/feed.xml");
        return new Source { Id = Core.Sources.Source.IdOf(url), Name = $"News {number}", Kind = SourceKind.Feed, Url = url, Publisher = $"publisher-{number}", AddedAt = Now };
    }

    public static Article Article(int number = 1, string host = "news.example")
    {
        var url = $"https://{host}/story/{number}";
        return new Article
        {
            Id = ArticleId.Of(url),
            Url = url,
            Title = $"Exchange loses funds, part {number}",
            Summary = "A summary.",
            Text = $"Paragraph one of {number}.\nParagraph two.",
            TextOrigin = TextOrigin.Entry,
            Language = "en",
            PublishedAt = Now.AddMinutes(-5),
            FirstSeenAt = Now,
            SourceId = Source().Id,
            Publisher = "publisher-1",
        };
    }

    public static Mention Mention(string alias = "Lazarus") => new()
    {
        Concept = "actor-lazarus",
        Name = "Lazarus Group",
        Kind = "actor",
        Alias = alias,
        Field = ArticleField.Title,
        Start = 0,
        Length = alias.Length,
        Before = "Investigators say ",
        After = " took the funds",
    };

    public static Explanation Explanation(string summary = "Names Lazarus Group beside a theft.") => new()
    {
        Summary = summary,
        Clauses = [new ClauseExplanation("actor near theft", true, [Mention()])],
        Score = [new ScorePart("actor", 50, "named in the title")],
    };

    public static Hit Hit(int number = 1, string topic = "dprk-crypto", DateTimeOffset? firstSeen = null, string story = "5707a11")
    {
        var article = Article(number);
        return new Hit
        {
            Id = new HitId(topic, firstSeen ?? Now.AddMinutes(number), article.Id),
            StoryId = story,
            MatchedAt = Now,
            TopicVersion = 1,
            Score = 70,
            Title = article.Title,
            Url = article.Url,
            Publisher = article.Publisher,
            Language = "en",
            Lede = "A lede.",
            ContentHash = "00",
            Explanation = Explanation(),
        };
    }

    public static Story Story(int number = 1, DateTimeOffset? firstSeen = null, params string[] topics)
    {
        var at = firstSeen ?? Now.AddMinutes(number);
        return new Story
        {
            Id = DerivedId.Of("story", $"{number}"),
            Title = $"Story {number}",
            Topics = topics.Length == 0 ? ["dprk-crypto"] : topics,
            FirstSeenAt = at,
            LastSeenAt = at,
            Facts = new StoryFacts(["Bybit"], ["Lazarus Group"], 1_460_000_000m, "$1.46 billion", ["Ethereum"]),
        };
    }

    public static Subscription Subscription(int number = 1)
    {
        var address = $"reader{number}@example.org";
        return new Subscription
        {
            Id = Core.Subscriptions.Subscription.IdOf(ChannelKind.Email, address),
            Channel = new Channel(ChannelKind.Email, address),
            Topics = ["dprk-crypto"],
            Status = SubscriptionStatus.Active,
            CreatedAt = Now,
            QuietHours = new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 0)),
        };
    }

    public static Alert Alert(int number = 1)
    {
        var story = Story(number);
        return new Alert { Id = Core.Alerting.Alert.IdOf(story.Id, 1), Sequence = 1, CreatedAt = Now, Story = story, Hits = [Hit(number)] };
    }

    public static Delivery Delivery(int subscription = 1, int alert = 1) => new()
    {
        Id = new DeliveryId(Alert(alert).Id, Subscription(subscription).Id),
        Content = DeliveryContent.Alert,
        Channel = ChannelKind.Email,
        CreatedAt = Now,
        NextAttemptAt = Now,
    };
}
