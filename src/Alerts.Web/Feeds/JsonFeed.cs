using System.Text.Json;
using Alerts.Core.Messaging;

namespace Alerts.Web.Feeds;

/// <summary>JSON Feed 1.1 (jsonfeed.org).</summary>
internal static class JsonFeed
{
    public const string ContentType = "application/feed+json";

    public static byte[] Write(HitFeed feed) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            Version = "https://jsonfeed.org/version/1.1",
            feed.Title,
            home_page_url = feed.Home,
            feed_url = feed.Self,
            feed.Description,
            Items = feed.Items.Select(item => new
            {
                item.Id,
                url = item.StoryUrl,
                external_url = item.Url,
                item.Title,
                content_html = item.Html,
                item.Summary,
                date_published = item.PublishedAt.ToUniversalTime(),
                authors = new[] { new { name = item.Publisher } },
                item.Language,
                item.Tags,
            }),
        },
        MessageJson.Rows);
}
