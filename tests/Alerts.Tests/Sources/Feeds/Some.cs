using System.Text;
using Alerts.Core.Sources.Feeds;

namespace Alerts.Tests.Sources.Feeds;

internal static class Some
{
    public static readonly FeedContext Answer = new(new Uri("https://site.example/feed.xml"), "application/rss+xml");

    public static FeedDocument Feed(string text, FeedContext? context = null) => Assert.IsType<FeedDocument>(Read(text, context));

    public static FeedOutcome Read(string text, FeedContext? context = null) => FeedReader.Read(Encoding.UTF8.GetBytes(text), context ?? Answer);

    public static string Rss(string items, string channel = "") => $"<rss version=\"2.0\"><channel><title>T</title>{channel}{items}</channel></rss>";

    public static FeedEntry Item(string fields) => Assert.Single(Feed(Rss($"<item>{fields}</item>")).Entries);
}
