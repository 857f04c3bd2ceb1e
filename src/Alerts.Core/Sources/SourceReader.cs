using Alerts.Core.Sources.Feeds;

namespace Alerts.Core.Sources;

/// <summary>Reads an answer in the way that its source's kind asks for.</summary>
public static class SourceReader
{
    public static FeedOutcome Read(Source source, FetchOutcome.Fetched answer)
    {
        var context = new FeedContext(
            answer.FinalUrl,
            answer.ContentType,
            answer.Headers.GetValueOrDefault("content-location"),
            answer.Headers.GetValueOrDefault("content-language"));
        return source.Kind switch
        {
            SourceKind.Feed or SourceKind.Sitemap => FeedReader.Read(answer.Body, context),
            _ => throw new ArgumentOutOfRangeException(nameof(source), source.Kind, "Sources of this kind are not polled."),
        };
    }
}
