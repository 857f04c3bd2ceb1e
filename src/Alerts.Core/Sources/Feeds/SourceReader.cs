using Alerts.Core.Sources.Feeds.Lists;

namespace Alerts.Core.Sources.Feeds;

/// <summary>Reads a source's answer by the source's kind.</summary>
public static class SourceReader
{
    public static FeedOutcome Read(Source source, ReadOnlyMemory<byte> body, FeedContext context)
    {
        ArgumentNullException.ThrowIfNull(source);
        string? problem;
        switch (source.Kind)
        {
            case SourceKind.JsonApi:
                return ListDefinition.TryParse(source.Definition, out JsonApiDefinition? api, out problem)
                    ? JsonApiReader.Read(body, context, api)
                    : NotAFeed.Because(NotAFeedReason.UnknownVocabulary, problem);
            case SourceKind.HtmlList:
                return ListDefinition.TryParse(source.Definition, out HtmlListDefinition? list, out problem)
                    ? HtmlListReader.Read(body, context, list)
                    : NotAFeed.Because(NotAFeedReason.UnknownVocabulary, problem);
            default:
                return FeedReader.Read(body, context);
        }
    }
}
